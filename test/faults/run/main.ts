import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../support/root.ts'
import { seeded } from '@night/worker/rehearsal/random'
import { faults } from './faults.ts'
import { type House, openHouse } from './house.ts'
import { nightAfterNight } from './night-after-night.ts'
import { isKept, outcomeText } from './outcome-text.ts'
import { type Outcome, runFault } from './run.ts'

// `npm run faults`: each fault on a night of its own in a house of processes, with a hundred clients and twenty phones,
// from a seed that is printed; the checker reads the history. `--tier push|long|kills|all`, `--only F3,F5`, `--seed 7`.
const { values } = parseArgs({
  options: {
    tier: { type: 'string', default: 'push' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})

const { tier, only, seed } = values
const wanted = faults.filter((fault) =>
  only === undefined ? tier === 'all' || fault.tier === tier : only.split(',').includes(fault.id),
)
if (wanted.length === 0)
  throw new Error('No such fault: --tier push, long, kills or all, or --only F1,F3.')
process.stdout.write(`seed ${seed}\n`)

const say = (words: string): void => void process.stderr.write(`${words}\n`)
const results: ({ readonly id: string; readonly name: string } & Outcome)[] = []
let house: House | undefined
try {
  for (const fault of wanted) {
    const { id, name } = fault
    say(`${id} ${name} …`)
    house ??= await openHouse()
    const random = seeded(Number(seed))
    const outcome = await (fault.kills === undefined
      ? runFault(fault, house, random)
      : nightAfterNight(fault, house, { random, say }))
    process.stdout.write(outcomeText(fault, outcome))
    results.push({ id, name, ...outcome })
    if (!fault.spoils && isKept(outcome)) continue
    await house.close()
    house = undefined
  }
} finally {
  await house?.close()
}
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(join(root, 'var', 'faults.json'), `${JSON.stringify({ seed, results }, null, 2)}\n`)
if (!results.every(isKept)) process.exitCode = 1
