import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRemedy } from './remedy.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * The data folder of a house that runs its own Redis there. Throws a remedy where it uses another one.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [wanted]
 */
export function dataFolderIn(env, wanted) {
  if (env['REDIS_URL']) {
    throw createRemedy(
      'REDIS_URL names a Redis that this house does not run itself: back it up and restore it where it runs. For the private one under DATA_DIR, leave REDIS_URL empty.',
    )
  }
  return resolve(root, wanted || env['DATA_DIR'] || 'var')
}
