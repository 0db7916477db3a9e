import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lastLines, runCommand } from './command.mjs'
import { root } from './data-folder.mjs'
import { findRedisServer } from './redis-server.mjs'
import { startRedis } from './redis.mjs'
import { createRemedy } from './remedy.mjs'

/**
 * Starts a Redis on a copy and reads every night's log there: what a backup says of itself was read from it.
 * Throws a remedy where no Redis starts on it.
 * @param {string} dir
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<import('./backup-form.mjs').KeptNight[]>}
 */
export async function readCopy(dir, progress) {
  const found = await findRedisServer({ env: process.env, progress })
  const redis = await startRedis({ ...found, dir })
  try {
    return await readNights(redis.url)
  } finally {
    await redis.close()
    await rm(join(dir, 'redis.log'), { force: true })
  }
}

/** @param {string} url @returns {Promise<import('./backup-form.mjs').KeptNight[]>} */
async function readNights(url) {
  const env = { ...process.env, REDIS_URL: url }
  const program = ['--import', 'tsx', 'worker/heads-main.ts']
  const outcome = await runCommand([process.execPath, ...program], { cwd: root, env })
  if (outcome.code === 0) return JSON.parse(outcome.output)
  throw createRemedy(`The copy cannot be read:\n${lastLines(outcome.complaint)}`)
}

/**
 * A folder for a backup, which nobody else may enter. Throws a remedy where something is there already.
 * @param {string} folder
 */
export async function makeBackupFolder(folder) {
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
    await mkdir(folder, { mode: 0o700 })
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault
    throw createRemedy(
      existsSync(folder)
        ? `${folder} is there already. Give a folder that is not: npm run backup -- --out <folder>`
        : `${folder} cannot be made (${fault.message}). Give another folder: npm run backup -- --out <folder>`,
    )
  }
}
