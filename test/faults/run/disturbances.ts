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

export const pauseRedis = (stand: Stand) =>
  noted(stand, { fault: 'pause', of: 'redis' }, async () => {
    const id = await stand.redisProcess()
    process.kill(id, 'SIGSTOP')
    await sleep(8000)
    process.kill(id, 'SIGCONT')
  })

/** One after the other. */
export const inTurn =
  (...some: readonly Disturb[]): Disturb =>
  async (stand, random, isOver) => {
    for (const disturb of some) await disturb(stand, random, isOver)
  }

export const again =
  (
    times: number,
    pause: readonly [number, number],
    fault: (stand: Stand, random: Random) => Promise<void>,
  ) =>
  async (stand: Stand, random: Random, isOver: () => boolean): Promise<void> => {
    const [least, most] = pause
    for (let count = 0; count < times && !isOver(); count += 1) {
      await sleep(least + random() * (most - least))
      await fault(stand, random)
    }
  }

const skewed = (hours: number): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()+${hours * 3_600_000}`,
})

/** The workers' clocks an hour before and an hour after everybody else's. */
export const skewClocks = (stand: Stand) =>
  noted(stand, { fault: 'clock-skew', of: 'workers' }, async () => {
    for (const [place, worker] of stand.workers.entries()) {
      await worker.kill()
      await worker.start(skewed(place === 0 ? 1 : -1))
    }
  })

/** Phones take what is pushed in and answer nobody, for two seconds. */
export const silencePhones = (stand: Stand) =>
  noted(stand, { fault: 'receiver-down', of: 'phones' }, async () => {
    await stand.phones.silence()
    await sleep(2000)
    stand.phones.resume()
  })

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
    const before = await stand.redis.xlen(stand.keys.log)
    line.fallSilent()
    const startedAt = Date.now()
    await until(
      'it goes on',
      async () => (await stand.redis.xlen(stand.keys.log)) > before + 5,
      40_000,
    )
    stand.found('healed after, s', (Date.now() - startedAt) / 1000)
    await second?.start()
  })

export const anything = (stand: Stand, random: Random): Promise<void> => {
  const one = pick([killWorker, killWorker, killServer, killRedis], random)
  return one(stand, random)
}

const kills = [killWorker, killServer, killRedis]

/** One of the three; one time in three two of them at the same moment. */
export const killSome = async (stand: Stand, random: Random): Promise<void> => {
  const those = some(random, kills, random() < 0.33 ? 2 : 1)
  await Promise.all(those.map((kill) => kill(stand, random)))
}
