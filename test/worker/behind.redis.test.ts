import { emptyHead } from '@night/shared/chain'
import type { Declaration } from '@night/shared/declaration'
import { definitionsKey, nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { accept, type Job, type Submission } from '@night/shared/submission'
import { decide, type Decided } from '@night/worker/decide'
import { readOn } from '@night/worker/log'
import { createNights } from '@night/worker/nights'
import { sha256 } from '@night/worker/sha256'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { emptyTable } from '../support/almanac.ts'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import {
  definitionOf,
  isResult,
  nightName,
  recordedLog,
  resultToDeclaration,
} from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { until } from '../support/until.ts'

const election = '2024-07-04-general-election'

const declarationsOf = async (count: number): Promise<Declaration[]> =>
  (await recordedLog(election)).filter(isResult).slice(0, count).map(resultToDeclaration)

/** A night that is open in Redis, where what is sent is written down and queued nowhere. */
const openNight = async () => {
  const redis = openRedis()
  const openedAt = '2024-07-04T20:00:00.000Z'
  const night: OpenNight = { id: nightName(), mode: 'rehearsal', run: 1, openedAt }
  const definition = { ...(await definitionOf(election)), id: night.id }
  await redis.hset(definitionsKey, night.id, JSON.stringify(definition))
  const keys = nightKeys('rehearsal', night.id)
  const inlet = { redis, sha256, enqueue: async () => undefined }
  const send = (submission: Submission) => accept(inlet, night, submission)
  const declare = (declaration: Declaration) =>
    send({ kind: 'declaration', declaration, by: 'desk' })
  /** A worker that remembers the night by itself. */
  const createWorker = () => {
    const clock = { now: Date.now }
    const parts = {
      redis,
      nights: createNights(redis),
      clock,
      stopwatch: performance,
      table: emptyTable,
    }
    return async (id: string, behind: readonly string[] = []) => {
      const job: Job = { night: night.id, mode: 'rehearsal', run: 1, id }
      const told = new Map<string, Decided>()
      const own = await decide(parts, job, {
        ids: behind,
        tell: (other, decided) => void told.set(other, decided),
      })
      return { own, told }
    }
  }
  const places = async () => (await readOn(redis, keys.log, emptyHead)).map(({ seq }) => seq)
  const seqOf = async (id: string) => Number(await redis.hget(keys.placed, id))
  const work = createWorker()
  await work(await send({ kind: 'opening', at: openedAt, run: 1 }))
  return { redis, keys, declare, createWorker, work, places, seqOf }
}

test('[LOG5] what waits behind a submission enters the log with it, in its order, up to what is held back', async () => {
  const { redis, keys, declare, work, places, seqOf } = await openNight()
  const [one, two, three, four] = await declarationsOf(4)
  if (!one || !two || !three || !four) throw new Error('The recording is short.')
  const first = await declare(one)
  const second = await declare(two)
  const doubtful = await declare({ ...three, valid: three.valid + 1000 })
  const last = await declare(four)

  const { own, told } = await work(first, [second, doubtful, last])
  expect(own).toMatchObject({ outcome: 'published', seq: 2, constituency: one.constituency })
  expect([...told]).toMatchObject([
    [second, { outcome: 'published', seq: 3, constituency: two.constituency }],
  ])
  expect(await places()).toEqual([1, 2, 3])
  expect(new Set(await redis.smembers(keys.pending))).toEqual(new Set([doubtful, last]))

  // Whoever died before it could end the job of the second leaves it to another.
  expect((await work(second, [doubtful])).own).toEqual({ outcome: 'known' })
  expect((await work(doubtful, [last])).own).toMatchObject({ outcome: 'held' })
  expect(await places()).toEqual([1, 2, 3])
  expect((await work(last)).own).toMatchObject({ seq: 4 })
  expect(await seqOf(doubtful)).toBe(0)
})

test('[LOG5] what is of another night, or in the log already, or lost its place, waits for its own turn', async () => {
  const { declare, work, createWorker, places, seqOf } = await openNight()
  const ids = await Promise.all((await declarationsOf(6)).map(declare))
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = ids
  const stranger = 'd-of-another-night'

  expect((await work(first, [stranger, second])).told.size).toBe(0)
  expect(await places()).toEqual([1, 2])
  // The first is in the log: nothing goes in with what stands before it.
  const again = await work(second, [first])
  expect(again.own).toMatchObject({ seq: 3 })
  expect(again.told.size).toBe(0)

  // Another takes the place that this one had in mind.
  const other = createWorker()
  expect((await other(third)).own).toMatchObject({ seq: 4 })
  const beaten = await work(fourth, [fifth])
  expect(beaten.own).toMatchObject({ seq: 5, conflicts: 1 })
  expect(beaten.told.size).toBe(0)
  expect(await seqOf(fifth)).toBe(0)
  expect((await work(fifth, [sixth])).told.get(sixth)).toMatchObject({ seq: 7 })
  expect(await places()).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('[LOG5] what the desk has before it, or has rejected, is decided neither in its turn nor with others', async () => {
  const { redis, keys, declare, work, places } = await openNight()
  const [first = '', held = '', rejected = ''] = await Promise.all(
    (await declarationsOf(3)).map(declare),
  )
  await redis.hset(keys.held, held, '[]')
  await redis.hset(keys.rejected, rejected, '{}')
  expect((await work(held)).own).toEqual({ outcome: 'known' })
  expect((await work(rejected)).own).toEqual({ outcome: 'known' })
  expect((await work(first, [held])).told.size).toBe(0)
  expect(await places()).toEqual([1, 2])
})

test('[LOG5] what waited for a worker is in the log in the order in which it came, each once and said once', async () => {
  const environment = await environmentOf()
  const { desk } = await openServer(environment)
  const night = await desk.open(election)
  const declarations = await declarationsOf(80)
  const ids: string[] = []
  for (const declaration of declarations) ids.push(await desk.declare(night, declaration))
  const lines: { id: string; outcome: string; seq: number }[] = []
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void lines.push(JSON.parse(line)) },
  )
  await openWorker(environment, log)
  const redis = openRedis()
  const { pending, placed } = nightKeys('rehearsal', night)
  await until('nothing waits', async () => (await redis.scard(pending)) === 0)
  await until('all is said', async () => lines.filter(({ id }) => ids.includes(id)).length >= 80)
  const placeById = await redis.hgetall(placed)
  const published = ids.filter((id) => placeById[id] !== undefined)
  expect(published.length).toBeGreaterThan(70)
  const places = published.map((id) => Number(placeById[id]))
  expect(places).toEqual(places.map((_, place) => place + 2))
  const said = lines.filter(({ id, outcome }) => ids.includes(id) && outcome === 'published')
  expect(said.map(({ id, seq }) => [id, seq])).toEqual(
    published.map((id, place) => [id, place + 2]),
  )
})
