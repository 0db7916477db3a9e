import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { logFile, nightFile, parseLog, parseNight } from '@night/shared/recorded'
import { runCommand, say } from './console.ts'
import { findingsTable } from './finding.ts'
import { logText, replace } from './folder.ts'
import { readMeans } from './means.ts'
import type { Means } from './recording.ts'
import { remake } from './remake.ts'

const usage = 'npm run remake -- <night folder>…'

/** True when the folder's log was made again; what is wrong with one folder keeps no other from it. */
const remakeFolder = async (folder: string, means: Means): Promise<boolean> => {
  try {
    return await madeAgain(folder, means)
  } catch (fault) {
    say(`${folder} was left as it is: ${fault instanceof Error ? fault.message : String(fault)}`)
    return false
  }
}

const madeAgain = async (folder: string, means: Means): Promise<boolean> => {
  const definition = parseNight(await readFile(join(folder, nightFile), 'utf8'))
  const old = await readFile(join(folder, logFile), 'utf8')
  const remade = remake(definition, old, means)
  if (remade.outcome === 'refused') {
    say(`${findingsTable(remade.findings)}\n${folder} was left as it is.`)
    return false
  }
  const text = logText(remade.log)
  parseLog(text)
  await replace(join(folder, logFile), text)
  say(`events: ${remade.log.length}, ${text === old ? 'as they were' : 'made again'}`)
  process.stdout.write(`${folder}\n`)
  return true
}

await runCommand(async () => {
  const folders = process.argv.slice(2)
  if (folders.length === 0) throw new Error(usage)
  const means = await readMeans()
  let refused = 0
  for (const folder of folders) if (!(await remakeFolder(folder, means))) refused += 1
  return refused === 0 ? 0 : 1
})
