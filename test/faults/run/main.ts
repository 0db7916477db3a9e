import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../support/root.ts'
import { seeded } from '@night/worker/rehearsal/random'
import { faults } from './faults.ts'
import { runFault } from './run.ts'

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
process.stdout.write(`seed ${seed}\n`)

const results = []
for (const fault of wanted) {
  process.stderr.write(`${fault.id} ${fault.name} …\n`)
  const result = await runFault(fault, seeded(Number(seed)))
  const { violations, missing, kills, reconnects, events, seconds } = result
  const verdict =
    missing.length > 0 ? 'IDLE' : violations.length === 0 ? 'kept' : `${violations.length} BROKEN`
  process.stdout.write(
    `${fault.id.padEnd(4)} ${fault.name.padEnd(40)} ${verdict.padEnd(10)} ${events} events, ${kills} kills, ${reconnects} reconnects, ${seconds} s\n`,
  )
  for (const { invariant, words } of violations.slice(0, 10))
    process.stdout.write(`     ${invariant}: ${words}\n`)
  for (const words of missing) process.stdout.write(`     not exercised: ${words}\n`)
  results.push({ id: fault.id, name: fault.name, ...result, violations })
}
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(join(root, 'var', 'faults.json'), `${JSON.stringify({ seed, results }, null, 2)}\n`)
if (results.some(({ violations, missing }) => violations.length + missing.length > 0))
  process.exitCode = 1
