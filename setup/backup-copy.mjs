import { constants } from 'node:fs'
import { chmod, copyFile, cp, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRemedy } from './remedy.mjs'

const ATTEMPTS = 50
const PAUSE = 50

const LOG_FOLDER = 'appendonlydir'
const LOG_MANIFEST = join(LOG_FOLDER, 'appendonly.aof.manifest')
/** Redis 6.2 has one file, which only ever grows until another takes its name. */
const SINGLE_LOG = 'appendonly.aof'

/** Where Redis keeps its log, by version. */
export const LOG_NAMES = [LOG_FOLDER, SINGLE_LOG]

/**
 * Copies what a Redis has on disk, while it writes. Its files only grow, so that a copy is its log up to some moment,
 * which is later than everything that was answered before. Which files there are stands in its manifest; a rewrite
 * begins a new one and at its end takes old ones away: where one of ours has gone, we begin again.
 * Nothing is asked or changed of Redis itself. Throws a remedy when this never succeeds.
 * @param {string} from
 * @param {string} into
 */
export async function copyLog(from, into) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await sleep(PAUSE)
    await rm(into, { recursive: true, force: true })
    if (await copyNamed({ from, into, manifest: await readManifest(from) })) return
  }
  throw createRemedy(
    `The files in ${from} do not stand still, or one of them is missing. Try again in a minute; if it stays so, look at ${join(from, 'redis.log')}.`,
  )
}

/** @param {string} from @returns {Promise<string | undefined>} */
async function readManifest(from) {
  return readFile(join(from, LOG_MANIFEST), 'utf8').catch(unlessGone)
}

/**
 * False when a file went away meanwhile.
 * @param {{ from: string, into: string, manifest: string | undefined }} copy
 */
async function copyNamed({ from, into, manifest }) {
  const lines = manifest?.split('\n').filter(isInUse)
  const names = lines?.map((line) => join(LOG_FOLDER, line.split(' ')[1] ?? '')) ?? [SINGLE_LOG]
  try {
    for (const name of names) await copyPrivately(join(from, name), join(into, name))
  } catch (fault) {
    return unlessGone(fault) ?? false
  }
  if (lines) await writeFile(join(into, LOG_MANIFEST), `${lines.join('\n')}\n`, { mode: 0o600 })
  return true
}

/** "file appendonly.aof.1.base.rdb seq 1 type b"; `h` is one that Redis is about to remove. @param {string} line */
function isInUse(line) {
  return /^file \S+ seq \d+ type [bi]/.test(line)
}

/** Nothing where a file is not there; throws any other fault. @param {unknown} fault */
function unlessGone(fault) {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
  throw fault
}

/**
 * Copies one file for its user alone; what is there already stays.
 * @param {string} from
 * @param {string} to
 */
export async function copyPrivately(from, to) {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to, constants.COPYFILE_EXCL)
  await chmod(to, 0o600)
}

/**
 * Copies a file or a folder with all that is in it, for its user alone; nothing where there is none.
 * @param {string} from
 * @param {string} to
 */
export async function copyIfThere(from, to) {
  const found = await lstat(from).catch(unlessGone)
  if (found === undefined) return
  await cp(from, to, { recursive: true, dereference: true, errorOnExist: true, force: false })
}
