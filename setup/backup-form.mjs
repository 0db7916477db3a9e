import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { createRemedy } from './remedy.mjs'

/** What a data folder has beside the Redis folder. What is not there is not missed. */
export const OWN_FILES = ['desk-token', 'push-keys.json', 'nights']

const MANIFEST = 'backup.json'
const FORM = 1

/**
 * @typedef {{ path: string, bytes: number, sha256: string }} KeptFile `path` from the backup's folder, with `/`
 * @typedef {{ name: string, seq: number, hash: string, isWhole: boolean, words: string }} KeptNight
 * @typedef {{ form: number, at: string, nights: KeptNight[], files: KeptFile[] }} Backup
 */

/**
 * Writes what a backup holds beside it, last of all: a folder without it is no backup.
 * @param {string} folder
 * @param {Pick<Backup, 'at' | 'nights'>} known
 * @returns {Promise<Backup>}
 */
export async function sealBackup(folder, known) {
  const backup = { form: FORM, ...known, files: await describeFiles(folder) }
  const text = `${JSON.stringify(backup, undefined, 2)}\n`
  await writeFile(join(folder, MANIFEST), text, { mode: 0o600, flag: 'wx' })
  return backup
}

/**
 * What a backup says that it holds. Throws a remedy where the folder is none.
 * @param {string} folder
 * @returns {Promise<Backup>}
 */
export async function readBackup(folder) {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined)
  if (text === undefined) {
    throw createRemedy(
      `${folder} is no whole backup: it has no ${MANIFEST}. Give the folder that npm run backup named.`,
    )
  }
  const backup = parse(text)
  if (backup === undefined) {
    throw createRemedy(`${join(folder, MANIFEST)} cannot be read. Take another backup.`)
  }
  return backup
}

/** @param {string} text @returns {Backup | undefined} */
function parse(text) {
  try {
    const { form, at, nights, files } = JSON.parse(text)
    const isOne = form === FORM && typeof at === 'string' && Array.isArray(nights)
    return isOne && files.every(isKeptFile) ? { form, at, nights, files } : undefined
  } catch {
    return undefined
  }
}

/** A path that leads out of the folder is none. @param {Partial<KeptFile>} file */
function isKeptFile({ path, sha256 }) {
  return typeof path === 'string' && typeof sha256 === 'string' && !path.split('/').includes('..')
}

/**
 * The first file that is not as it was when the backup was made; undefined when all are.
 * @param {string} folder
 * @param {Backup} backup
 */
export async function firstAltered(folder, { files }) {
  for (const { path, sha256 } of files) {
    const digest = await digestOf(join(folder, path)).catch(() => undefined)
    if (digest !== sha256) return path
  }
  return undefined
}

/** @param {string} folder @returns {Promise<KeptFile[]>} */
async function describeFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const files = []
  for (const path of paths.toSorted()) {
    const { size } = await stat(path)
    const kept = relative(folder, path).split(sep).join('/')
    files.push({ path: kept, bytes: size, sha256: await digestOf(path) })
  }
  return files
}

/** @param {string} path */
async function digestOf(path) {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}
