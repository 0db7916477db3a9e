import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copyPrivately, LOG_NAMES } from './backup-copy.mjs'
import { firstAltered, OWN_FILES } from './backup-form.mjs'
import { claimFolder } from './redis-folder.mjs'
import { createRemedy } from './remedy.mjs'

/** What a house has in its data folder. */
const HOLDINGS = [...LOG_NAMES.map((name) => join('redis', name)), ...OWN_FILES]

/**
 * Puts a backup into a data folder in which there is no house yet; nobody can start one there meanwhile. All is checked
 * before any of it is in its place. Throws a remedy where the folder is in use or holds something, or where a file is
 * not as it was backed up.
 * @param {import('./backup-form.mjs').Backup} backup
 * @param {{ folder: string, dataFolder: string }} where
 */
export async function putBack(backup, { folder, dataFolder }) {
  const claimed = await claimFolder(join(dataFolder, 'redis'))
  const staged = join(dataFolder, '.restoring')
  try {
    refuseWhereSomethingIs(dataFolder)
    await rm(staged, { recursive: true, force: true })
    await stage(backup, folder, staged)
    await refuseAltered(backup, { folder, staged })
    await takePlace(staged, dataFolder)
  } finally {
    await rm(staged, { recursive: true, force: true })
    await claimed.release()
  }
}

/** @param {string} dataFolder */
function refuseWhereSomethingIs(dataFolder) {
  const there = HOLDINGS.filter((name) => existsSync(join(dataFolder, name)))
  if (there.length === 0) return
  const aside = join(dataFolder, 'before-restore')
  const paths = there.map((name) => join(dataFolder, name)).join(' ')
  throw createRemedy(`${dataFolder} holds the data of a house already: ${there.join(', ')}. Nothing was written.

What helps:
  - put it aside, then restore again:  mkdir ${aside} && mv ${paths} ${aside}
  - or restore into another folder:    --data-dir /another/folder, and then DATA_DIR=/another/folder npm start`)
}

/**
 * @param {import('./backup-form.mjs').Backup} backup
 * @param {string} folder
 * @param {string} staged
 */
async function stage({ files }, folder, staged) {
  for (const { path } of files) {
    await copyPrivately(join(folder, path), join(staged, path)).catch((fault) => {
      // What is missing is found when all is checked.
      if (fault.code !== 'ENOENT') throw notWritten(fault)
    })
  }
}

/** @param {Error} fault */
function notWritten({ message }) {
  return createRemedy(`It cannot be copied (${message}). Nothing was changed.`)
}

/**
 * @param {import('./backup-form.mjs').Backup} backup
 * @param {{ folder: string, staged: string }} where
 */
async function refuseAltered(backup, { folder, staged }) {
  const altered = await firstAltered(staged, backup)
  if (altered === undefined) return
  throw createRemedy(
    `${join(folder, altered)} is not as it was backed up: it is missing, or its digest is another. Nothing was changed. Take another backup.`,
  )
}

/** @param {string} staged @param {string} dataFolder */
async function takePlace(staged, dataFolder) {
  const names = await readdir(staged)
  const logs = names.includes('redis') ? await readdir(join(staged, 'redis')) : []
  const moved = [...logs.map((name) => join('redis', name)), ...names]
  for (const name of moved.filter((one) => one !== 'redis')) {
    await mkdir(dirname(join(dataFolder, name)), { recursive: true, mode: 0o700 })
    await move(join(staged, name), join(dataFolder, name))
  }
}

/** The Redis folder may lie on a disk of its own, to which nothing can be renamed. @param {string} from @param {string} to */
async function move(from, to) {
  const draft = `${to}.restoring`
  try {
    await rename(from, to)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EXDEV')) throw fault
    await rm(draft, { recursive: true, force: true })
    await cp(from, draft, { recursive: true }).catch(async (full) => {
      await rm(draft, { recursive: true, force: true })
      throw notWritten(full)
    })
    await rename(draft, to)
  }
}
