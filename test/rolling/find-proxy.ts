import { join } from 'node:path'
import { cacheFolder, libraryPathOf, withLibraries } from '../../setup/cache.mjs'
import { lastLines, runCommand } from '../../setup/command.mjs'
import { explainFetchFailure, fetchDebian, whyNoFetch } from '../../setup/debian.mjs'
import type { Progress } from '../../setup/progress.mjs'
import { createRemedy } from '../../setup/remedy.mjs'
import { findOnPath, isProgram } from '../../setup/system.mjs'

export type ProxyName = 'nginx' | 'haproxy'

export type Proxy = {
  readonly name: ProxyName
  readonly binary: string
  readonly version: string
  readonly env: NodeJS.ProcessEnv
}

type Surroundings = { readonly env: NodeJS.ProcessEnv; readonly progress: Progress }

const packages = { nginx: 'nginx-light', haproxy: 'haproxy' } as const

/** A proxy that starts: installed, or fetched from Debian for this user alone. Throws a remedy where there is none. */
export const findProxy = async (
  name: ProxyName,
  { env, progress }: Surroundings,
): Promise<Proxy> => {
  const tree = cacheFolder(name, env)
  const fetched = join(tree, 'usr/sbin', name)
  const looked: string[] = []
  const examine = async (binary: string): Promise<Proxy | undefined> => {
    if (!(await isProgram(binary))) return void looked.push(`${binary}: not found`)
    const libraries = binary === fetched ? await libraryPathOf(tree) : undefined
    const own = withLibraries(env, libraries)
    const said = await runCommand([binary, '-v'], { env: own, timeout: 10_000 })
    const version = /(?:nginx\/|HAProxy version )([\d.]+)/.exec(said.output + said.complaint)?.[1]
    if (version !== undefined) return { name, binary, version, env: own }
    looked.push(`${binary}: ${lastLines(said.complaint, 1)}`)
    return undefined
  }
  const onPath = await findOnPath(name, env)
  for (const binary of [onPath, `/usr/sbin/${name}`, fetched]) {
    const found = binary === undefined ? undefined : await examine(binary)
    if (found) return found
  }
  const reason = await whyNoFetch(env)
  if (reason === undefined) {
    const what = `Fetching ${name} from the Debian archive (1 to 2 MB)`
    await progress
      .during(what, () => fetchDebian([packages[name]], tree))
      .catch((fault) => looked.push(`fetch with apt-get: ${explainFetchFailure(fault)}`))
    const found = await examine(fetched)
    if (found) return found
  } else looked.push(`fetch with apt-get: ${reason}`)
  throw createRemedy(remedyText(name, looked))
}

const remedyText = (name: ProxyName, looked: readonly string[]): string =>
  `Nothing was proved: this run needs ${name}, and none was found.

  sudo apt-get update && sudo apt-get install -y ${packages[name]}

Looked at:
${looked.map((line) => `  - ${line}`).join('\n')}`
