import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Fails, and says what to do, where a program that a test runs is not on this machine. */
export const needed = async (...programs: readonly string[]): Promise<void> => {
  for (const program of programs)
    await promisify(execFile)(program, ['--version']).catch(() => {
      throw new Error(`${program} is not on this machine: install it (CONTRIBUTING.md)`)
    })
}
