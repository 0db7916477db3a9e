import { setTimeout as sleep } from 'node:timers/promises'
import { Submission } from '@night/shared/submission'
import type { Random } from '@night/worker/rehearsal/random'
import { until } from '../../support/until.ts'
import { ofKind } from '../reading.ts'
import { noted } from './disturbances.ts'
import { dieAtNextSync, readTally } from './power.ts'
import type { Stand } from './stand.ts'

type Cuts = {
  readonly times: number
  /** Milliseconds under load before each, at least and at most. */
  readonly pause: readonly [number, number]
}

/** The power goes so many times while declarations are taken, and each time comes back. */
export const cutPower =
  ({ times, pause: [least, most] }: Cuts) =>
  async (stand: Stand, random: Random, isOver: () => boolean): Promise<void> => {
    const lost = new Set<string>()
    let withLoss = 0
    for (let count = 1; count <= times; count += 1) {
      await underLoad(stand)
      await sleep(least + random() * (most - least))
      if (isOver()) throw new Error(`All was sent before the power was cut ${count} times.`)
      await noted(stand, { fault: 'power-cut', of: 'redis' }, () => cut(stand, random))
      const more = (await acknowledgedAndGone(stand)).filter((seat) => !lost.has(seat))
      if (more.length > 0) withLoss += 1
      for (const seat of more) lost.add(seat)
    }
    const tally = await readTally(stand.folder)
    if (tally.synced === 0)
      throw new Error('Redis did not write through the shim: nothing was cut.')
    stand.found('cuts', times)
    stand.found('cuts with an acknowledged loss', withLoss)
    stand.found('acknowledged and lost', lost.size)
    stand.found('bytes lost in cuts', tally.lost)
    stand.found('bytes synced', tally.synced)
  }

const underLoad = async ({ redis, keys }: Stand): Promise<void> => {
  const before = await redis.hlen(keys.accepted)
  await until('declarations are taken', async () => (await redis.hlen(keys.accepted)) > before + 3)
}

/** At any moment; or where it hurts most, between a write and its sync. */
const cut = async (stand: Stand, random: Random): Promise<void> => {
  const before = stand.redisRestarts()
  if (random() < 0.5) await dieAtNextSync(stand.folder)
  else process.kill(await stand.redisProcess(), 'SIGKILL')
  await until('Redis is back', () => stand.redisRestarts() > before)
}

/** The seats whose declarations were answered with 202 and of which Redis knows nothing any more. */
const acknowledgedAndGone = async ({ redis, keys, history }: Stand): Promise<string[]> => {
  const seats = ofKind(await history(), 'ack').map(({ id }) => id.replace(/-\d+$/, ''))
  const kept = new Set((await redis.hvals(keys.accepted)).map(seatOf))
  return [...new Set(seats)].filter((seat) => !kept.has(seat))
}

const seatOf = (text: string): string | null => {
  const submission = Submission.parse(JSON.parse(text))
  return submission.kind === 'declaration' ? submission.declaration.constituency : null
}
