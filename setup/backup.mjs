import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyIfThere, copyLog, LOG_NAMES } from './backup-copy.mjs'
import { OWN_FILES, sealBackup } from './backup-form.mjs'
import { makeBackupFolder, readCopy } from './backup-proof.mjs'
import { dataFolderIn } from './data-folder.mjs'
import { createProgress } from './progress.mjs'
import { createRemedy, reportError } from './remedy.mjs'

const progress = createProgress()

try {
  process.exitCode = await backUp(readWords())
} catch (error) {
  reportError(error)
  process.exitCode = 1
}

/** @returns {{ from: string, out: string }} */
function readWords() {
  const from = dataFolderIn(process.env)
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const { out } = wishes()
  // npm works in the project's folder, and a person means the one they stand in.
  const here = process.env['INIT_CWD'] ?? process.cwd()
  return { from, out: out ? resolve(here, out) : join(from, 'backups', `${time}Z`) }
}

function wishes() {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values
  } catch {
    throw createRemedy('npm run backup [-- --out <folder>]')
  }
}

/** @param {{ from: string, out: string }} folders @returns {Promise<number>} the exit code */
async function backUp({ from, out }) {
  const redis = join(from, 'redis')
  if (!LOG_NAMES.some((name) => existsSync(join(redis, name)))) {
    throw createRemedy(`No Redis has kept anything in ${redis}: there is nothing to back up.`)
  }
  await makeBackupFolder(out)
  try {
    return await fill(from, out)
  } catch (error) {
    // Half a backup is none.
    await rm(out, { recursive: true, force: true })
    throw error
  }
}

/** @param {string} from @param {string} out */
async function fill(from, out) {
  const at = new Date().toISOString()
  const copy = join(out, 'redis')
  await progress.during('Copying', async () => {
    await copyLog(join(from, 'redis'), copy)
    for (const name of OWN_FILES) await copyIfThere(join(from, name), join(out, name))
  })
  const nights = await progress.during('Reading the copy', () => readCopy(copy, progress))
  const { files } = await progress.during('Sealing', () => sealBackup(out, { at, nights }))
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { name, words } of nights) progress.say(`  ${name}: ${words}`)
  progress.say(`${files.length} files, ${(size / 1e6).toFixed(1)} MB, as of ${at}.`)
  process.stdout.write(`${out}\n`)
  if (nights.every(({ isWhole }) => isWhole)) return 0
  progress.say('The backup is complete, but a log in it is not whole, as above.')
  return 1
}
