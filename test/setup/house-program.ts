import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../support/root.ts'
import { redisServer } from './support.ts'

/** Runs a program of `setup` for the house of a data folder: how it ended, and what a person read. */
export const runFor = (dataFolder: string, program: string, ...words: string[]) =>
  new Promise<{ code: number | null; said: string; answer: string }>((resolve) => {
    const { binary, libraryPath } = redisServer()
    const env = {
      ...process.env,
      REDIS_URL: '',
      DATA_DIR: dataFolder,
      FEED_REDIS_SERVER: binary,
      ...(libraryPath && { LD_LIBRARY_PATH: libraryPath }),
    }
    const child = execFile(
      process.execPath,
      [join('setup', `${program}.mjs`), ...words],
      { cwd: root, env },
      (_, stdout, stderr) =>
        resolve({ code: child.exitCode, said: stdout + stderr, answer: stdout.trim() }),
    )
  })
