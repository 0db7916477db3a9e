import { defineConfig, type Rolldown } from 'vite'

const place = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname)

const packaged = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//

/** What the file holds of other people's work comes with their licences; a package without one fails the build. */
const licences = async (
  { fs }: Rolldown.PluginContext,
  modules: readonly string[],
): Promise<string> => {
  const folders = new Set(modules.flatMap((module) => packaged.exec(module)?.[0] ?? []))
  const texts = [...folders].toSorted().map(async (folder) => {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length, -1)
    const text = await fs.readFile(`${folder}LICENSE`, { encoding: 'utf8' })
    return `${name}\n\n${text.trim()}\n`
  })
  return `results-night-feed.js holds these packages.\n\n${(await Promise.all(texts)).join('\n')}`
}

const outward = `
export declare const createFeed: CreateFeed
export declare const createFollower: CreateFollower
export {}
`

/** The types are written for strangers, without zod; they are one file. */
const declarations = async ({ fs }: Rolldown.PluginContext): Promise<string> => {
  const files = ['./event-types.ts', './types.ts'].map((file) =>
    fs.readFile(place(file), { encoding: 'utf8' }),
  )
  const text = (await Promise.all(files)).join('\n')
  return text.replaceAll(/^import type [^]*? from '.*'\n\n?/gm, '') + outward
}

/** Beside the script: its types, our licence, and the licences of what it holds. */
const completed: Rolldown.Plugin = {
  name: 'completed',
  async generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
    const source = await this.fs.readFile(place('../../LICENSE'), { encoding: 'utf8' })
    this.emitFile({ type: 'asset', fileName: 'LICENSE', source })
    for (const [fileName, text] of [
      ['results-night-feed.d.ts', declarations(this)],
      ['LICENSES-OF-OTHERS.txt', licences(this, modules)],
    ] as const)
      this.emitFile({ type: 'asset', fileName, source: await text })
  },
}

/** `npm run client`: the folder that is published, one script for browsers and Node. [PKG1] */
export default defineConfig({
  root: place('.'),
  plugins: [completed],
  // What is published is the same, whatever NODE_ENV whoever builds it has.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    lib: {
      entry: 'results-night-feed.ts',
      formats: ['es'],
      fileName: () => 'results-night-feed.js',
    },
  },
})
