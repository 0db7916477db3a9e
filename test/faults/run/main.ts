import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../support/root.ts'
import { seeded } from '@night/worker/rehearsal/random'
import { faults } from './faults.ts'
import { againWithOwnMounts, noOwnMounts } from './own-mounts.ts'
import { runFault } from './run.ts'
import { judge } from './verdict.ts'

// `npm run faults`: each fault in a house of processes of its own, with a hundred clients and twenty phones, from a
// seed that is printed; the checker reads the history. `--tier push|long|all`, `--only F3`, `--seed 7`.
const { values } = parseArgs({
  options: {
    tier: { type: 'string', default: 'push' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})

const { tier, only, seed } = values
const wanted = faults.filter((fault) =>
  only === undefined ? tier === 'all' || fault.tier === tier : fault.id === only,
)
if (wanted.length === 0) throw new Error('No such fault: --tier push, long or all, or --only F1.')
if (wanted.some(({ ownMounts }) => ownMounts) && (await noOwnMounts()) === null) {
  const code = await againWithOwnMounts()
  if (code !== null) process.exit(code)
}
process.stdout.write(`seed ${seed}\n`)

const results = []
const skipped = []
let isWell = true
for (const fault of wanted) {
  const { id, name, breaks } = fault
  const title = `${id.padEnd(4)} ${name.padEnd(40)}`
  const why = (await fault.whyNot?.()) ?? null
  if (why !== null) {
    process.stdout.write(`${title} skipped: ${why}\n`)
    skipped.push({ id, name, why })
    continue
  }
  process.stderr.write(`${id} ${name} …\n`)
  const result = await runFault(fault, seeded(Number(seed)))
  const { violations, missing, kills, reconnects, events, seconds } = result
  const { verdict, isGood } = judge({ violations, missing, breaks })
  isWell &&= isGood
  process.stdout.write(
    `${title} ${verdict.padEnd(10)} ${events} events, ${kills} kills, ${reconnects} reconnects, ${seconds} s\n`,
  )
  for (const { invariant, words } of violations.slice(0, 10))
    process.stdout.write(`     ${invariant}: ${words}\n`)
  for (const words of missing) process.stdout.write(`     not exercised: ${words}\n`)
  for (const [what, figure] of Object.entries(result.findings))
    process.stdout.write(`     ${what}: ${figure}\n`)
  results.push({ id, name, verdict, ...result, violations })
}
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(
  join(root, 'var', 'faults.json'),
  `${JSON.stringify({ seed, results, skipped }, null, 2)}\n`,
)
if (!isWell) process.exitCode = 1
