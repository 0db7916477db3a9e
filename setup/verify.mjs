import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runAttached } from './attached.mjs'
import { root } from './data-folder.mjs'
import { createProgress } from './progress.mjs'
import { socketPathIn } from './redis-folder.mjs'
import { askRedis } from './redis-process.mjs'
import { findRedisServer } from './redis-server.mjs'
import { startRedis } from './redis.mjs'
import { reportError } from './remedy.mjs'

const words = process.argv.slice(2)
const { REDIS_URL: given, DATA_DIR: wanted } = process.env
const dataFolder = resolve(root, wanted || 'var')

try {
  const redis = given || words.some(isPath) ? undefined : await privateRedis()
  process.exitCode = await runProgram(redis?.url ?? given)
  await redis?.close()
} catch (error) {
  reportError(error)
  process.exitCode = 1
}

/** A night's name has neither. @param {string} word */
function isPath(word) {
  return /[./]/.test(word)
}

/** The house's own Redis: as it runs, or else for as long as this takes; nothing where there never was one. */
async function privateRedis() {
  const dir = join(dataFolder, 'redis')
  const socketPath = await socketPathIn(dir)
  if (socketPath === undefined) return undefined
  if ((await askRedis(socketPath)) !== undefined) {
    const url = pathToFileURL(socketPath).href.replace(/^file:/, 'unix:')
    return { url, close: async () => undefined }
  }
  const found = await findRedisServer({ env: process.env, progress: createProgress() })
  return startRedis({ ...found, dir })
}

/** @param {string | undefined} url where the nights are @returns {Promise<number>} */
function runProgram(url) {
  const env = { ...process.env, DATA_DIR: dataFolder, ...(url && { REDIS_URL: url }) }
  return runAttached(['worker/verify-main.ts', ...words], env)
}
