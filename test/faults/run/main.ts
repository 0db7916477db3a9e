import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { orderOf } from '../../support/order.ts'
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
const Order = z.strictObject({
  tier: z.enum(['push', 'long', 'kills', 'all']).default('push'),
  only: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(faults.map(({ id }) => id))))
    .optional(),
  seed: z
    .string()
    .regex(/^\d{1,9}$/, 'a seed is a whole number')
    .default(String(Date.now() % 1_000_000)),
})
const text = { type: 'string' } as const
const { tier, only, seed } = orderOf({
  options: { tier: text, only: text, seed: text },
  schema: Order,
  usage: 'npm run faults -- [--tier push|long|kills|all] [--only F3,F5] [--seed 7]',
})
const wanted = faults.filter((fault) =>
  only === undefined ? tier === 'all' || fault.tier === tier : only.includes(fault.id),
)
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
