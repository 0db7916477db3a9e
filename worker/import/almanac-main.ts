import { almanacOf } from './almanac/almanac.ts'
import { parseAlmanacOrder } from './almanac/order.ts'
import { readAlmanac } from './almanac/read-almanac.ts'
import { writeAlmanac } from './almanac/write-almanac.ts'
import { progress, runCommand, say } from './console.ts'
import { findingsTable, isRefusal } from './finding.ts'

await runCommand(async () => {
  const order = parseAlmanacOrder(process.argv.slice(2))
  const made = almanacOf(await readAlmanac(order, progress))
  progress('')
  if (made.findings.length > 0) say(findingsTable(made.findings))
  if (made.findings.some(isRefusal)) {
    say('Nothing was written: the almanac is refused.')
    return 1
  }
  say(`by-elections: ${made.byElections.length}, in full: ${made.contests.length}`)
  process.stdout.write(`${await writeAlmanac(order.out, made)}\n`)
  return 0
})
