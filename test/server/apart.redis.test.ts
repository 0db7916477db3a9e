import { nightKeys } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

type Desk = Awaited<ReturnType<typeof openHouse>>['desk']

/** Everything that may be said on a night: declared, held back, corrected, taken back, noted, flashed, reported. */
const rehearse = async (desk: Desk, night: string): Promise<void> => {
  const [first, second] = await Promise.all([
    declarationOf(october, tamworth),
    declarationOf(october, midBedfordshire),
  ])
  await desk.say(night, 'status', { constituency: tamworth, status: 'counting' })
  await desk.reached(night, 2)
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  await desk.reached(night, 3)
  const wrong = withVotes(first, { 'sarah-edwards': 10_719 })
  expect(await desk.decided(night, await desk.declare(night, wrong))).toMatchObject({
    status: 'held',
  })
  await desk.declare(night, first)
  await desk.reached(night, 4)
  await desk.declare(night, second)
  await desk.reached(night, 5)
  await desk.declare(night, { ...second, revision: 2, reason: 'TEST', rejected: 1 })
  await desk.reached(night, 6)
  const taken = { constituency: tamworth, revision: 1, reason: 'TEST' }
  await desk.say(night, 'withdrawals', taken)
  await desk.reached(night, 7)
  await desk.say(night, 'notes', { text: 'TEST of a note' })
  const events = await desk.reached(night, 8)
  expect(events.map(({ kind }) => kind).join(' ')).toBe(
    'opened status flash declared declared corrected withdrawn note',
  )
}

const keysWith = async (redis: Redis, part: string): Promise<string[]> =>
  (await redis.keys('*')).filter((key) => key.includes(part)).toSorted()

/** The live jobs, of which one that is not over yet is held by its worker under a name of its own. */
const liveJobs = async (redis: Redis): Promise<string[]> =>
  (await keysWith(redis, 'declarations-live:d-')).filter((key) => !key.endsWith(':lock'))

/** Every key of a night, with all that is in it. */
const dumpOf = async (redis: Redis, night: string): Promise<Record<string, string | undefined>> => {
  const keys = await keysWith(redis, night)
  const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)))
  return Object.fromEntries(keys.map((key, place) => [key, dumps[place]?.toString('hex')]))
}

test('[SEC16] a whole rehearsal beside a live night puts not one byte into it, and not one event on its screens', async () => {
  const { desk, server } = await openHouse()
  const live = await desk.openLive({ from: october })
  await desk.reached(live, 1)
  const screen = openScreen(server.url, { night: live })
  const reader = readLive(`${server.url}/api/nights/${live}/events`)
  await until('both are there', () => screen.seen.board?.seq === 1 && reader.events.length === 1)
  const redis = openRedis()
  const { log } = nightKeys('live', live)
  const before = await dumpOf(redis, live)
  const jobsBefore = await liveJobs(redis)
  expect(before).toHaveProperty([log])

  const rehearsal = await desk.open(october)
  const rehearsed = openScreen(server.url, { night: rehearsal })
  await rehearse(desk, rehearsal)
  await until('the rehearsal’s own screen has it all', () => rehearsed.seen.board?.seq === 8)

  expect(await redis.xlen(log)).toBe(1)
  expect(await dumpOf(redis, live)).toEqual(before)
  expect(await liveJobs(redis)).toEqual(jobsBefore)
  const prefixes = async (night: string) =>
    new Set((await keysWith(redis, night)).map((key) => key.split(':')[0]))
  expect(await prefixes(rehearsal)).toEqual(new Set(['rehearsal']))
  expect(await prefixes(live)).toEqual(new Set(['live']))

  // What comes now comes after all that could have come from the rehearsal.
  await desk.declare(live, await declarationOf(october, tamworth))
  await until(
    'the live night goes on',
    () => screen.seen.board?.seq === 2 && reader.events.length === 2,
  )
  expect(screen.seen.events.map(({ seq, night }) => [seq, night])).toEqual([[2, live]])
  expect(reader.events.map(({ night }) => night)).toEqual([live, live])
  expect(screen.seen.messages).toHaveLength(1)
})
