import { build, defineConfig } from 'vite'

const place = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname)

const page = (name: string): string => place(`./${name}/index.html`)

/** What engine.io brings along and nobody uses is a twentieth of a graphic's script. */
const resolve = {
  alias: [{ find: './webtransport.js', replacement: place('./no-webtransport.ts') }],
}

const output = {
  outDir: 'dist',
  target: 'es2023',
  // Both would write scripts or data into the page, which its Content-Security-Policy refuses.
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
}

const buildAlone = (
  input: Readonly<Record<string, string>>,
  more: { readonly output?: { readonly entryFileNames: string; readonly format?: 'iife' } } = {},
) =>
  build({
    configFile: false,
    logLevel: 'warn',
    root: place('.'),
    publicDir: false,
    resolve,
    build: { ...output, emptyOutDir: false, rolldownOptions: { input, ...more } },
  })

/**
 * Each is built for itself: the wall and a graphic carry nothing that only other screens need of what they share, no
 * screen is cut in pieces because a replay has them all, and a service worker and the line that puts an embed into a page
 * are one file each, at one address for good.
 */
const alone = {
  name: 'alone',
  closeBundle: async (): Promise<void> => {
    for (const name of [
      'wall',
      'overlay/strap',
      'overlay/score',
      'overlay/ticker',
      'embed/strap',
      'embed/score',
      'embed/map',
      'replay',
      'replay/room',
    ]) {
      await buildAlone({ [name.replace('/', '-')]: page(name) })
    }
    const worker = { 'service-worker': place('./service-worker.ts') }
    await buildAlone(worker, { output: { entryFileNames: '[name].js' } })
    // A plain script in somebody else's page: not a name of it may be theirs.
    const line = { embed: place('./embed/embed.ts') }
    await buildAlone(line, { output: { entryFileNames: '[name].js', format: 'iife' } })
  },
}

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [alone],
  resolve,
  build: {
    ...output,
    rolldownOptions: {
      input: {
        schedule: page('schedule'),
        battleground: page('battleground'),
        home: page('home'),
        health: page('health'),
        desk: page('desk'),
        held: page('held'),
        corrections: page('corrections'),
        seat: page('seat'),
        my: page('my'),
        entry: page('entry'),
        reference: page('reference'),
      },
    },
  },
})
