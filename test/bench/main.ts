import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ownFolder } from '../support/leaving.ts'
import { orderOf } from '../support/order.ts'
import { root } from '../support/root.ts'
import { goals } from './goals.ts'
import { openHouse } from './house.ts'
import { growthPlot } from './plot.ts'
import { hasNchan, openNchan } from './nchan.ts'
import { openBare, openStock } from './plain.ts'
import { chainRounds, fanOutRounds, growthPoints, placeIn } from './rounds.ts'
import { agreements, storms } from './scale.ts'
import { chainTable, fanOutTable, goalTable, growthTable, stormTable } from './tables.ts'

// `npm run bench`: our server beside a bare socket, Socket.IO as it comes and nchan, taken in turn within one run, and
// the way from the front door to a thousand screens. `--quick` is shorter; `--growth` measures how costs grow instead.
const flag = z.boolean().default(false)
const { quick, growth } = orderOf({
  options: { quick: { type: 'boolean' }, growth: { type: 'boolean' } },
  schema: z.strictObject({ quick: flag, growth: flag }),
  usage: 'npm run bench -- [--quick] [--growth]',
})

const folder = await ownFolder('night-bench-')
const keep = async (name: string, found: object): Promise<void> => {
  await mkdir(join(root, 'var'), { recursive: true })
  await writeFile(join(root, 'var', name), `${JSON.stringify(found, null, 2)}\n`)
}

const compare = async (): Promise<void> => {
  const withNchan = await hasNchan()
  if (!withNchan) process.stderr.write('nchan takes no part: libnginx-mod-nchan is not installed\n')
  const contestants = {
    'bare ws': openBare,
    'Socket.IO': openStock,
    'Results Night': openHouse,
    ...(withNchan && { nchan: openNchan }),
  }
  const plans = quick
    ? [{ clients: 1000, paced: 30, burst: 100, killed: false }]
    : [1000, 5000].map((clients) => ({ clients, paced: 100, burst: 200, killed: true }))
  const place = await placeIn(folder)
  const fanOut = await fanOutRounds(contestants, plans, place)
  const chain = await chainRounds(place, quick)
  const reached = goals(fanOut, chain)
  await keep('bench.json', { fanOut, chain, goals: reached })
  process.stdout.write(
    [
      fanOutTable(fanOut),
      chainTable(chain),
      stormTable(agreements(fanOut), storms(fanOut)),
      goalTable(reached),
    ].join('\n'),
  )
}

try {
  if (growth) {
    const found = await growthPoints(folder)
    await keep('growth.json', { found })
    await writeFile(join(root, 'var', 'growth.svg'), growthPlot(found))
    process.stdout.write(growthTable(found))
  } else await compare()
} finally {
  await rm(folder, { recursive: true, force: true })
}
