import { chmod, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lastLines, runCommand } from '../../../setup/command.mjs'
import { findOnPath } from '../../../setup/system.mjs'
import type { LayGround } from './ground.ts'

const shim = join(import.meta.dirname, 'powercut.c')
const compilers = ['cc', 'gcc', 'clang']

/** Why the power cannot be cut on this machine; null where it can. */
export const noPowerCut = async (env: NodeJS.ProcessEnv): Promise<string | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'night-shim-'))
  try {
    return await compile(join(folder, 'powercut.so'), env)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Null, or why it does not go. */
const compile = async (out: string, env: NodeJS.ProcessEnv): Promise<string | null> => {
  if (process.platform !== 'linux')
    return `what is written is held back through LD_PRELOAD, which ${process.platform} does not have`
  const found = await Promise.all(compilers.map((name) => findOnPath(name, env)))
  const compiler = found.find((path) => path !== undefined)
  if (compiler === undefined) return `no C compiler on PATH (${compilers.join(', ')})`
  const words = ['-shared', '-fPIC', '-O2', '-pthread', '-o', out, shim]
  const { code, complaint } = await runCommand([compiler, ...words])
  return code === 0 ? null : `${compiler} cannot compile powercut.c: ${lastLines(complaint, 3)}`
}

/**
 * A Redis whose log is on the disk only as far as it was synced. The house starts it as any other; what it starts is a
 * script that puts the shim before the real one, and `more` after the house's own settings.
 */
export const cuttable =
  (...more: readonly string[]): LayGround =>
  async (server, folder) => {
    const library = join(folder, 'powercut.so')
    const why = await compile(library, process.env)
    if (why !== null) throw new Error(why)
    await writeFile(tallyIn(folder), Buffer.alloc(tallySize))
    const binary = join(folder, 'redis-server')
    const settings = ['"$@"', ...more].join(' ')
    await writeFile(
      binary,
      `#!/bin/sh\nPOWERCUT_TALLY='${tallyIn(folder)}' LD_PRELOAD='${library}' exec '${server.binary}' ${settings}\n`,
    )
    await chmod(binary, 0o700)
    return { server: { ...server, binary }, leave: async () => undefined }
  }

const tallySize = 32
const tallyIn = (folder: string): string => join(folder, 'powercut.tally')

/** In bytes, of all the Redis processes that this run has had. */
export const readTally = async (folder: string) => {
  const counters = await readFile(tallyIn(folder))
  const at = (place: number): number => Number(counters.readBigUInt64LE(8 * place))
  return { held: at(0), lost: at(1), synced: at(2) }
}

/** The Redis that runs dies when it next has something to sync, just before it does. */
export const dieAtNextSync = async (folder: string): Promise<void> => {
  const tally = await open(tallyIn(folder), 'r+')
  await tally.write(Buffer.from([1]), 0, 1, tallySize - 8)
  await tally.close()
}
