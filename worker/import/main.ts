import { progress, runCommand, say } from './console.ts'
import { findingsTable } from './finding.ts'
import { writeFolder } from './folder.ts'
import { importNight } from './import-night.ts'
import { readMeans } from './means.ts'
import { parseOrder } from './order.ts'
import { readSources } from './read-sources.ts'

await runCommand(async () => {
  const order = parseOrder(process.argv.slice(2), process.env['DATA_DIR'])
  const sources = await readSources(order, progress)
  const imported = importNight(order, sources, await readMeans())
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
})
