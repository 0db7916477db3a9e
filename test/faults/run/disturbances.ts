import { type Random, some } from '@night/worker/rehearsal/random'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../support/until.ts'
import type { FaultKind } from '../history.ts'
import { openSilentLine } from './silent-line.ts'
import type { Fault } from './fault.ts'
import type { Stand } from './stand.ts'
import type { z } from 'zod'

type Kind = z.infer<typeof FaultKind>
type Disturb = Fault['disturb']
type Some = (stand: Stand, random: Random) => Promise<void>

export const noted = async <Outcome>(
  { note, head }: Stand,
  { fault, of }: { readonly fault: Kind; readonly of: string },
  work: () => Promise<Outcome>,
): Promise<Outcome> => {
  note({ ...head(), kind: 'fault-start', fault, of })
  const outcome = await work()
  note({ ...head(), kind: 'fault-end', fault, of })
  return outcome
}

const pick = <One>(some: readonly One[], random: Random): One => {
  const one = some[Math.floor(random() * some.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

export const killWorker = (stand: Stand, random: Random) =>
  noted(stand, { fault: 'kill', of: 'worker' }, async () => {
    const worker = pick(stand.workers, random)
    await worker.kill()
    await worker.start()
  })

export const killServer = (stand: Stand, random: Random) =>
  noted(stand, { fault: 'kill', of: 'server' }, async () => {
    const server = pick(stand.servers, random)
    await server.kill()
    await server.start()
  })

export const killRedis = (stand: Stand) =>
  noted(stand, { fault: 'kill', of: 'redis' }, async () => {
    const before = stand.redisRestarts()
    process.kill(await stand.redisProcess(), 'SIGKILL')
    await until('Redis is back', () => stand.redisRestarts() > before)
  })

export const pauseRedis = (milliseconds: number) => (stand: Stand) =>
  noted(stand, { fault: 'pause', of: 'redis' }, async () => {
    const id = await stand.redisProcess()
    process.kill(id, 'SIGSTOP')
    await sleep(milliseconds)
    process.kill(id, 'SIGCONT')
  })

/** One after the other. */
export const inTurn =
  (...some: readonly Disturb[]): Disturb =>
  async (stand, random, isOver) => {
    for (const disturb of some) await disturb(stand, random, isOver)
  }

export const again =
  (times: number, pause: readonly [number, number], fault: Some) =>
  async (stand: Stand, random: Random, isOver: () => boolean): Promise<void> => {
    const [least, most] = pause
    for (let count = 0; count < times && !isOver(); count += 1) {
      await sleep(least + random() * (most - least))
      await fault(stand, random)
    }
  }

/** From the first push that it meets, for two seconds; who sends the last one cannot be waited for. */
const phonesAre =
  (how: 'silence' | 'refuse') =>
  (stand: Stand): Promise<void> =>
    noted(stand, { fault: 'receiver-down', of: 'phones' }, async () => {
      const before = stand.phones.refused()
      await Promise.race([stand.phones[how](), sleep(10_000)])
      await sleep(2000)
      stand.phones.resume()
      const refused = stand.phones.refused() - before
      if (how === 'refuse') stand.found('pushes refused', refused)
    })

/** Phones take what is pushed in and answer nobody. */
export const silencePhones = phonesAre('silence')

/** Phones get nothing of what is pushed, and who pushes is told to come again. */
export const refusePhones = phonesAre('refuse')

/** Something that nobody can decide comes to the head of the queue; what comes after it has to flow. */
export const poison = (stand: Stand) =>
  noted(stand, { fault: 'poison', of: 'the queue' }, async () => {
    const { redis, keys, night } = stand
    const id = `d-${'0'.repeat(32)}`
    await redis.multi().hset(keys.accepted, id, '{"kind":"poison"}').sadd(keys.pending, id).exec()
    await until('it is parked', async () => (await redis.hexists(keys.held, id)) === 1, 40_000)
    if ((await redis.hget(keys.held, id))?.includes('could-not-be-worked-out') !== true)
      throw new Error(`The poison of ${night} was parked without its reason.`)
  })

/** One worker, whose connections to Redis fall silent without a word; it has to notice by itself. */
export const halfOpen = (stand: Stand) =>
  noted(stand, { fault: 'half-open', of: 'worker and Redis' }, async () => {
    const [first, second] = stand.workers
    const line = await openSilentLine(stand.redisSocket, `${stand.folder}/line.sock`)
    await first?.kill()
    await first?.start({ REDIS_URL: `unix:${line.path}` })
    await second?.kill()
    line.fallSilent()
    const startedAt = Date.now()
    // What had been sent already still comes to Redis.
    await sleep(500)
    const before = await stand.redis.xlen(stand.keys.log)
    await until(
      'it goes on',
      async () => (await stand.redis.xlen(stand.keys.log)) > before + 5,
      40_000,
    )
    stand.found('healed after, s', (Date.now() - startedAt) / 1000)
    await second?.start()
  })

/** So many in all, each of them once before any comes again, in an order that chance has. */
export const inRounds =
  (times: number, pause: readonly [number, number], faults: readonly Some[]): Disturb =>
  async (stand, random, isOver) => {
    let [done, left] = [0, faults]
    const next = async (): Promise<void> => {
      const fault = pick(left, random)
      left = left.length > 1 ? left.filter((one) => one !== fault) : faults
      await fault(stand, random)
      done += 1
    }
    await again(times, pause, next)(stand, random, isOver)
    stand.found('faults', done)
  }

const kills = [killWorker, killServer, killRedis]

/** One of the three; one time in three two of them at the same moment. */
export const killSome = async (stand: Stand, random: Random): Promise<void> => {
  const those = some(random, kills, random() < 0.33 ? 2 : 1)
  await Promise.all(those.map((kill) => kill(stand, random)))
}
