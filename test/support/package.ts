import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lastLines, runCommand } from '../../setup/command.mjs'
import { root } from './root.ts'

/** A folder for a whole file of tests. */
export const temporaryFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'night-package-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** What the npm that runs these tests has told us is of this project, not of the stranger's. */
const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))

const outputOf = async (
  command: [string, ...string[]],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> => {
  const { code, output, complaint } = await runCommand(command, options)
  if (code !== 0) throw new Error(`${command.join(' ')}: ${lastLines(complaint)}`)
  return output
}

/** Asks no registry, and keeps nothing in a person's own cache. */
export const npm = (folder: string, ...words: string[]): Promise<string> => {
  const script = process.env['npm_execpath']
  const program: [string, ...string[]] = script?.endsWith('npm-cli.js')
    ? [process.execPath, script]
    : ['npm']
  const own = ['--offline', '--no-audit', '--no-fund', '--cache', join(folder, '.npm')]
  return outputOf([...program, ...words, ...own], { cwd: folder, env: ownEnvironment() })
}

/** Makes in a folder what `npm run client` makes; answers where. */
export const buildPackage = async (folder: string): Promise<string> => {
  const built = join(folder, 'feed')
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const words = [vite, 'build', 'client/package', '--outDir', built]
  await outputOf([process.execPath, ...words], { cwd: root })
  return built
}

/** A stranger's folder, with the package installed as npm installs it. */
export const installPackage = async (folder: string): Promise<string> => {
  const built = await buildPackage(folder)
  const stranger = join(folder, 'stranger')
  await mkdir(stranger)
  await writeFile(join(stranger, 'package.json'), '{ "type": "module" }')
  const [packed = ''] = (await npm(stranger, 'pack', built)).trim().split('\n').slice(-1)
  await npm(stranger, 'install', join(stranger, packed))
  return stranger
}

export const readmeOf = (): Promise<string> =>
  readFile(join(root, 'client', 'package', 'public', 'README.md'), 'utf8')

/** The text between the fences of a page's nth block of this language. */
export const blockOf = (page: string, language: string, place = 0): string =>
  [...page.matchAll(new RegExp('^```' + language + '\\n([^]*?)^```$', 'gm'))][place]?.[1] ?? ''
