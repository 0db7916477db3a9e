import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../support/root.ts'
import { seeded } from '@night/worker/rehearsal/random'
import { faults } from './faults.ts'
import { type House, openHouse } from './house.ts'
import { tryOut } from './try-out.ts'
import { outcomeText, titleOf } from './outcome-text.ts'
import { againWithOwnMounts, noOwnMounts } from './own-mounts.ts'
import { judge } from './verdict.ts'

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
const say = (words: string): void => void process.stderr.write(`${words}\n`)
if (wanted.some(({ ownMounts }) => ownMounts) && (await noOwnMounts()) === null) {
  const code = await againWithOwnMounts()
  if (code !== null) process.exit(code)
}
process.stdout.write(`seed ${seed}\n`)

const results = []
const skipped = []
let isWell = true
/** The house that is as it was at first, for whichever fault comes next. */
let house: House | undefined
const closeHouse = async (): Promise<void> => {
  await house?.close()
  house = undefined
}
try {
  for (const fault of wanted) {
    const { id, name, ground, spoils } = fault
    const why = (await fault.whyNot?.()) ?? null
    if (why !== null) {
      process.stdout.write(`${titleOf(fault)} skipped: ${why}\n`)
      skipped.push({ id, name, why })
      continue
    }
    say(`${id} ${name} …`)
    if (ground) await closeHouse()
    house ??= await openHouse(ground)
    const outcome = await tryOut(fault, house, { random: seeded(Number(seed)), say })
    const { verdict, isGood } = judge({ ...outcome, breaks: fault.breaks })
    isWell &&= isGood
    process.stdout.write(outcomeText(fault, verdict, outcome))
    results.push({ id, name, verdict, ...outcome })
    if (ground || spoils || !isGood) await closeHouse()
  }
} finally {
  await closeHouse()
}
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(
  join(root, 'var', 'faults.json'),
  `${JSON.stringify({ seed, results, skipped }, null, 2)}\n`,
)
if (!isWell) process.exitCode = 1
