import { join } from 'node:path'
import { cacheFolder, libraryPathOf, withLibraries } from '../../setup/cache.mjs'
import { lastLines, runCommand } from '../../setup/command.mjs'
import { explainFetchFailure, fetchDebian, whyNoFetch } from '../../setup/debian.mjs'
import type { Progress } from '../../setup/progress.mjs'
import { createRemedy } from '../../setup/remedy.mjs'
import { findOnPath, isProgram } from '../../setup/system.mjs'

export type Firefox = {
  readonly executable: string
  readonly version: string
  readonly env: NodeJS.ProcessEnv
}

type Surroundings = { readonly env: NodeJS.ProcessEnv; readonly progress: Progress }

const packages = ['firefox-esr', 'fontconfig-config', 'fonts-dejavu-core']
const treeOf = (env: NodeJS.ProcessEnv): string => cacheFolder('firefox', env)

/** A Firefox that starts: the one named, installed, or fetched for this user alone. Throws a remedy where there is none. */
export const findFirefox = async ({ env, progress }: Surroundings): Promise<Firefox> => {
  const looked: string[] = []
  for (const executable of await candidates(env)) {
    const found = await examine(executable, env, looked)
    if (found) return found
  }
  const reason = await whyNoFetch(env)
  if (reason === undefined) await fetchInto(treeOf(env), progress, looked)
  else looked.push(`fetch with apt-get: ${reason}`)
  const fetched = reason === undefined && (await examine(inTree(env), env, looked))
  if (fetched) return fetched
  throw createRemedy(remedyText(looked))
}

const inTree = (env: NodeJS.ProcessEnv): string =>
  join(treeOf(env), 'usr/lib/firefox-esr/firefox-esr')

const candidates = async (env: NodeJS.ProcessEnv): Promise<string[]> => {
  const wished = env['FIREFOX_PATH']
  const names = await Promise.all(['firefox-esr', 'firefox'].map((name) => findOnPath(name, env)))
  return [wished, ...names, inTree(env)].filter((path): path is string => Boolean(path))
}

const examine = async (
  executable: string,
  env: NodeJS.ProcessEnv,
  looked: string[],
): Promise<Firefox | undefined> => {
  if (!(await isProgram(executable))) {
    looked.push(`${executable}: not found`)
    return undefined
  }
  const isFetched = executable === inTree(env)
  const libraryPath = isFetched ? await libraryPathOf(treeOf(env)) : undefined
  const own = { ...withLibraries(env, libraryPath), MOZ_CRASHREPORTER_DISABLE: '1' }
  const started = await runCommand([executable, '--version'], { env: own, timeout: 30_000 })
  const [, version] = /Firefox ([\w.]+)/.exec(started.output) ?? []
  if (version !== undefined) return { executable, version, env: own }
  looked.push(`${executable}: ${lastLines(started.complaint, 1)}`)
  return undefined
}

const fetchInto = async (tree: string, progress: Progress, looked: string[]): Promise<void> => {
  try {
    await progress.during('Fetching Firefox from the Debian archive (100 MB)', () =>
      fetchDebian(packages, tree),
    )
  } catch (fault) {
    looked.push(`fetch firefox-esr with apt-get: ${explainFetchFailure(fault)}`)
  }
}

const remedyText = (looked: readonly string[]): string =>
  `Nothing was proved: a real push needs Firefox, and none was found.

Fix it one of these ways:
  1. sudo apt-get update && sudo apt-get install -y firefox-esr
  2. point at one:   FIREFOX_PATH=/path/to/firefox npm run push

Looked at:
${looked.map((line) => `  - ${line}`).join('\n')}`
