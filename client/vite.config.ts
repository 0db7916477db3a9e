import { build, defineConfig } from 'vite'

const page = (name: string): string =>
  decodeURIComponent(new URL(`./${name}/index.html`, import.meta.url).pathname)

const serviceWorker = decodeURIComponent(new URL('./service-worker.ts', import.meta.url).pathname)

const output = {
  outDir: 'dist',
  target: 'es2023',
  // Both would write scripts or data into the page, which its Content-Security-Policy refuses.
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
}

/** Each is built for itself, so that a graphic carries nothing that only other screens need of what they share. */
const overlays = {
  name: 'overlays',
  closeBundle: async (): Promise<void> => {
    for (const name of ['strap', 'score', 'ticker']) {
      await build({
        configFile: false,
        logLevel: 'warn',
        root: decodeURIComponent(new URL('.', import.meta.url).pathname),
        build: {
          ...output,
          emptyOutDir: false,
          rolldownOptions: { input: { [`overlay-${name}`]: page(`overlay/${name}`) } },
        },
      })
    }
  },
}

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [overlays],
  build: {
    ...output,
    rolldownOptions: {
      // A service worker has one address for good.
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
      input: {
        wall: page('wall'),
        schedule: page('schedule'),
        battleground: page('battleground'),
        home: page('home'),
        desk: page('desk'),
        held: page('held'),
        corrections: page('corrections'),
        seat: page('seat'),
        my: page('my'),
        entry: page('entry'),
        'service-worker': serviceWorker,
      },
    },
  },
})
