import { resolve } from 'node:path'
import { runAttached } from './attached.mjs'
import { root } from './data-folder.mjs'
import { helpOf, helpText, wordsByCommand } from './night-words.mjs'
import { reportError } from './remedy.mjs'

const MISREAD = 2

/** What is behind a command; each can be started by itself. @type {Readonly<Record<string, string>>} */
const programs = {
  rehearse: 'worker/rehearsal/main.ts',
  verify: 'setup/verify.mjs',
  take: 'worker/import/take-main.ts',
  import: 'worker/import/main.ts',
  backup: 'setup/backup.mjs',
  restore: 'setup/restore.mjs',
}

try {
  process.exitCode = await night(process.argv.slice(2))
} catch (error) {
  reportError(error)
  process.exitCode = 1
}

/** @param {string[]} words @returns {Promise<number>} the exit code */
async function night([name = 'help', ...words]) {
  if (name === 'help' || name === '--help' || name === '-h') return print(helpText())
  const known = Object.hasOwn(wordsByCommand, name) ? wordsByCommand[name] : undefined
  if (known === undefined) {
    process.stderr.write(`There is no command “${name}”.\n\n${helpText()}`)
    return MISREAD
  }
  if (words.includes('--help') || words.includes('-h')) return print(helpOf(name, known))
  const { env } = process
  const own = { ...env, DATA_DIR: resolve(root, env['DATA_DIR'] || 'var') }
  const program = programs[name]
  return program === undefined
    ? runAttached(['client/terminal/main.ts', name, ...words], own)
    : runAttached([program, ...words], own)
}

/** @param {string} text */
function print(text) {
  process.stdout.write(text)
  return 0
}
