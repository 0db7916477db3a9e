import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { readBackup } from './backup-form.mjs'
import { putBack } from './backup-return.mjs'
import { dataFolderIn } from './data-folder.mjs'
import { createProgress } from './progress.mjs'
import { createRemedy, reportError } from './remedy.mjs'

const USAGE = 'npm run restore -- <folder of a backup> [--data-dir <folder>]'

const progress = createProgress()

try {
  await restore()
} catch (error) {
  reportError(error)
  process.exitCode = 1
}

async function restore() {
  const { folder, dataFolder } = readWords()
  const backup = await readBackup(folder)
  await progress.during('Copying and checking', () => putBack(backup, { folder, dataFolder }))
  for (const { name, words } of backup.nights) progress.say(`  ${name}: ${words}`)
  progress.say(`Restored into ${dataFolder}, as of ${backup.at}.`)
  progress.say('Start it again: every screen that has seen more starts afresh, and says so.')
}

/** @returns {{ folder: string, dataFolder: string }} */
function readWords() {
  const { positionals, values } = wishes()
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw createRemedy(USAGE)
  // npm works in the project's folder, and a person means the one they stand in.
  const here = process.env['INIT_CWD'] ?? process.cwd()
  const wanted = values['data-dir'] && resolve(here, values['data-dir'])
  return { folder: resolve(here, folder), dataFolder: dataFolderIn(process.env, wanted) }
}

function wishes() {
  try {
    return parseArgs({ allowPositionals: true, options: { 'data-dir': { type: 'string' } } })
  } catch {
    throw createRemedy(USAGE)
  }
}
