import type { Declaration } from '@night/shared/declaration'
import { nightKeys } from '@night/shared/names'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { QueuedAnswer } from '@night/shared/answer/fate'
import type { Call } from './support/call.ts'
import { environmentOf, openServer, openWorker } from './support/house.ts'
import { isResult, recordedLog, resultToDeclaration } from './support/night.ts'
import { openScreen } from './support/screen.ts'
import { openSentinels } from './support/sentinels.ts'
import { until } from './support/until.ts'

const election = '2024-07-04-general-election'

/** A worker and two servers on a master with two replicas and three Sentinels; a live night. */
const openOn = async (settings: readonly string[], more: NodeJS.ProcessEnv = {}) => {
  const environment = { ...(await environmentOf('unset')), ...more }
  const redis = await openSentinels(environment['DATA_DIR'] ?? '', settings)
  onTestFinished(redis.close)
  const house = { ...environment, REDIS_URL: redis.url }
  const said: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void said.push(line) })
  await openWorker(house)
  const { desk, url, call } = await openServer(house, log)
  const other = await openServer(house)
  const night = await desk.openLive({ from: election })
  await desk.reached(night, 1)
  const screens = [url, other.url, url].map((one) => openScreen(one, { night }))
  await until('screens are there', () => screens.every(({ seen }) => seen.board?.seq === 1))
  const declarations = (await recordedLog(election)).filter(isResult).map(resultToDeclaration)
  return { redis, desk, call, night, screens, said, declarations }
}

const post = (call: Call, night: string, declaration: Declaration) =>
  call('POST', `/api/nights/${night}/declarations`, declaration)

/** Sends until somebody says 202, as whoever stands in a hall does; answers how often that was. */
const send = async (call: Call, night: string, declaration: Declaration): Promise<number> => {
  let times = 0
  await until(
    `${declaration.constituency} is accepted`,
    async () => {
      times += 1
      const { status, body } = await post(call, night, declaration).catch(() => gone)
      if (status !== 202 && status !== 503) throw new Error(JSON.stringify(body))
      return status === 202
    },
    40_000,
  )
  return times
}
const gone = { status: 503, body: null }

test('[OPS6 OPS7] the master is killed in the middle of a night: another goes on, nothing acknowledged is lost, nobody is told twice', async () => {
  const { redis, desk, call, night, screens, declarations } = await openOn(
    ['min-replicas-to-write 1', 'min-replicas-max-lag 10'],
    { REDIS_REPLICAS: '1' },
  )
  const some = declarations.slice(0, 110)
  let again = 0
  for (const [place, declaration] of some.entries()) {
    if (place === 40) await redis.master.kill()
    again += (await send(call, night, declaration)) - 1
  }
  expect(again).toBeGreaterThan(0)
  await redis.masterAfter(redis.master)
  const { events } = await until(
    'all are decided',
    async () => {
      const now = await desk.events(night)
      const { body } = await call('GET', `/api/nights/${night}/held`)
      const held = Object(body).held?.length ?? 0
      return now.seq - 1 + held === some.length && now
    },
    30_000,
  )
  expect(
    new Set(events.flatMap((event) => ('constituency' in event ? [event.constituency?.id] : [])))
      .size,
  ).toBe(events.length - 1)
  await until('screens have all', () =>
    screens.every(({ seen }) => seen.board?.seq === events.length),
  )
  const hashes = events.map(({ hash }) => hash)
  for (const { seen } of screens) {
    expect(seen.board?.hash).toBe(hashes.at(-1))
    // One that was shown what the new master does not have has begun anew; what it was sent since is the end of it.
    expect(seen.events.map(({ hash }) => hash)).toEqual(
      hashes.slice(hashes.length - seen.events.length),
    )
  }
}, 120_000)

test('[OPS7] what no replica has is not acknowledged; sent again it counts once', async () => {
  const { redis, desk, call, night, declarations } = await openOn([], { REDIS_REPLICAS: '1' })
  const [first, second] = declarations
  if (!first || !second) throw new Error('there are no declarations')
  await send(call, night, first)
  await desk.reached(night, 2)
  for (const { client } of redis.replicas) await client.replicaof('127.0.0.1', 1)
  expect(await post(call, night, second)).toMatchObject({
    status: 503,
    body: { code: 'redis-away' },
  })
  for (const { client } of redis.replicas) await client.replicaof('127.0.0.1', redis.master.port)
  await send(call, night, second)
  const events = await desk.reached(night, 3)
  expect(events.filter(isResult)).toHaveLength(2)
}, 60_000)

test('[OPS8] without it an acknowledged declaration can go with its master: every screen is told that the log went back, and the same sent again heals it', async () => {
  const { redis, desk, call, night, screens, said, declarations } = await openOn([])
  const [first, lost, next] = declarations
  if (!first || !lost || !next) throw new Error('there are no declarations')
  await send(call, night, first)
  await desk.reached(night, 2)
  await until('a replica has it', async () =>
    (
      await Promise.all(
        redis.replicas.map(({ client }) => client.xlen(nightKeys('live', night).log)),
      )
    ).every((length) => length === 2),
  )

  // The replicas lose touch, the master does not know it yet, and acknowledges.
  for (const { client } of redis.replicas) await client.replicaof('127.0.0.1', 1)
  const answer = await post(call, night, lost)
  expect(answer.status).toBe(202)
  await until('everybody has seen it', () => screens.every(({ seen }) => seen.board?.seq === 3))
  await redis.master.kill()
  await redis.masterAfter(redis.master)

  await until(
    'every screen starts afresh',
    () => screens.every(({ seen }) => seen.resets === 1 && seen.board?.seq === 2),
    40_000,
  )
  expect(said.join('')).toMatch(/the log was altered or cut back: every screen starts afresh/)
  const { id } = QueuedAnswer.parse(answer.body)
  expect((await call('GET', `/api/nights/${night}/declarations/${id}`)).status).toBe(404)

  await send(call, night, lost)
  await send(call, night, next)
  const events = await desk.reached(night, 4)
  expect(events.filter(isResult).map(({ constituency }) => constituency.id)).toEqual(
    [first, lost, next].map(({ constituency }) => constituency),
  )
  await until('screens have it', () => screens.every(({ seen }) => seen.board?.seq === 4))
}, 120_000)
