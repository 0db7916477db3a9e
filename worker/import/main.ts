import { sha256 } from '../sha256.ts'
import { findingsTable } from './finding.ts'
import { writeFolder } from './folder.ts'
import { importNight } from './import-night.ts'
import { parseOrder } from './order.ts'
import { readSources } from './read-sources.ts'

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** One line that is written over; a terminal sees it move, a file sees nothing of it. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

const run = async (): Promise<number> => {
  const order = parseOrder(process.argv.slice(2), process.env['DATA_DIR'])
  const sources = await readSources(order, progress)
  const imported = importNight(order, sources, sha256)
  progress('')
  if (imported.findings.length > 0) say(findingsTable(imported.findings))
  if (imported.outcome === 'refused') {
    say(`Nothing was written: ${order.night} is refused.`)
    return 1
  }
  const declared = imported.log.filter(({ kind }) => kind === 'declared').length
  say(`constituencies: ${imported.definition.contests.length}, declarations: ${declared}`)
  process.stdout.write(`${await writeFolder(order.out, imported)}\n`)
  return 0
}

try {
  process.exitCode = await run()
} catch (fault) {
  progress('')
  say(fault instanceof Error ? fault.message : String(fault))
  process.exitCode = 1
}
