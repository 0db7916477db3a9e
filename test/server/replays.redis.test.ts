import { randomBytes } from 'node:crypto'
import type { Board } from '@night/shared/board'
import { queueName, queuePrefix } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openHouse, openWorker } from '../support/house.ts'
import { midBedfordshire, october, recordedLog, rutherglen, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const declared = (board: Board) =>
  Object.entries(board.seatsById)
    .filter(([, { latest }]) => latest !== null)
    .map(([id]) => id)
    .toSorted()

test('[RPL1] a recorded night, played again, ends in the same board', async () => {
  const { desk } = await openHouse()
  const { night } = await desk.replay({ of: october, speed: 'max' })
  const board = await until('it is over', async () => {
    const now = await desk.board(night)
    return now.state === 'closed' && now
  })
  const recorded = await desk.board(october)
  const results = ({ seatsById }: Board) =>
    Object.fromEntries(
      Object.entries(seatsById).map(([id, { latest, contest }]) => [
        id,
        {
          contest,
          at: latest?.at,
          publishedAt: latest?.publishedAt,
          result: latest?.result,
          words: latest?.words,
        },
      ]),
    )
  expect(results(board)).toEqual(results(recorded))
  expect(board.seq).toBe((await recordedLog(october)).length)
  expect(board.night.mode).toBe('replay')
})

test('[RPL2] a replay pauses, goes on at another speed, and steps from declaration to declaration', async () => {
  const { desk } = await openHouse()
  const { id, night } = await desk.replay({ of: october, speed: 1, from: '2023-10-20T01:00:00Z' })
  const paused = await desk.changeReplay(id, { playing: false })
  expect(await desk.replayNow(id)).toMatchObject({
    position: paused.position,
    playing: false,
  })
  await until('it is open', async () => (await desk.board(night)).seq === 1)
  expect(await desk.step(id)).toMatchObject({
    position: '2023-10-20T01:45:00.000Z',
  })
  await until('Tamworth is in', async () => declared(await desk.board(night)).length === 1)
  expect(declared(await desk.board(night))).toEqual([tamworth])
  await desk.changeReplay(id, { playing: true, speed: 3600 })
  await until('Mid Bedfordshire is in', async () => declared(await desk.board(night)).length === 2)
})

test('[RPL3] another worker goes on with a replay where the first one stopped', async () => {
  const { desk, worker, environment } = await openHouse()
  const { id, night } = await desk.replay({ of: october, speed: 1, from: '2023-10-20T01:44:59Z' })
  await until('Tamworth is in', async () => declared(await desk.board(night)).length === 1)
  await worker.close()
  await desk.changeReplay(id, { position: '2023-10-20T03:20:00+01:00' })
  await openWorker(environment)
  await until('Mid Bedfordshire is in', async () => declared(await desk.board(night)).length === 2)
  expect((await desk.board(night)).seq).toBe(3)
})

test('[RPL4] a replay that is wound back tells every screen to start afresh, and plays again', async () => {
  const { desk, server } = await openHouse()
  const { id, night } = await desk.replay({ of: october, speed: 'max' })
  const screen = openScreen(server.url, { night })
  await until('it is over', () => screen.seen.board?.state === 'closed')
  await desk.changeReplay(id, {
    playing: false,
    position: '2023-10-20T02:50:00+01:00',
  })
  await until(
    'only Tamworth is in',
    () =>
      screen.seen.board &&
      declared(screen.seen.board).join() === tamworth &&
      screen.seen.resets > 0,
  )
  expect(screen.seen.board?.state).toBe('open')
  await desk.changeReplay(id, { playing: true, speed: 'max' })
  await until('it is over again', () => screen.seen.board?.state === 'closed')
  expect(declared(screen.seen.board ?? (await desk.board(night)))).toEqual([
    midBedfordshire,
    tamworth,
  ])
  expect(screen.seen.events.map(({ seq }) => seq)).toEqual(
    screen.seen.events.map((_, place) => (screen.seen.events[0]?.seq ?? 0) + place),
  )
})

test('[RPL5] a replay begins where it is asked to, with what was known by then, and is gone when it is removed', async () => {
  const { call, desk, server } = await openHouse()
  const { id, night } = await desk.replay({
    of: october,
    speed: 1,
    from: '2023-10-20T03:00:00+01:00',
  })
  const screen = openScreen(server.url, { night })
  await until('Tamworth is in', () => screen.seen.board && declared(screen.seen.board).length === 1)
  expect((await call('DELETE', `/api/replays/${id}`)).status).toBe(204)
  await until('the screen is told', () => screen.seen.refusals.length === 1)
  expect((await call('GET', `/api/nights/${night}`)).status).toBe(404)
  expect((await call('GET', `/api/replays/${id}`)).status).toBe(404)
})

test('[RPL5] it ends where it is asked to, and one of the same name begins with nothing of the last', async () => {
  const { call, desk } = await openHouse()
  const wanted = { of: october, speed: 'max', id: randomBytes(4).toString('hex') } as const
  const { id, night } = await desk.replay({ ...wanted, to: '2023-10-20T03:00:00+01:00' })
  await until('Tamworth is in', async () => declared(await desk.board(night)).length === 1)
  await until('it has stopped', async () => !(await desk.replayNow(id)).playing)
  expect(declared(await desk.board(night))).toEqual([tamworth])
  expect((await call('DELETE', `/api/replays/${id}`)).status).toBe(204)
  const again = await desk.replay({ ...wanted, to: '2023-10-20T02:00:00+01:00' })
  expect(again.night).toBe(night)
  await until('it has stopped again', async () => !(await desk.replayNow(id)).playing)
  await desk.reached(night, 1)
  expect(declared(await desk.board(night))).toEqual([])
})

test('[RPL5] a name belongs to one replay, whatever night it is of, and plays only that', async () => {
  const { call, desk } = await openHouse()
  const id = randomBytes(4).toString('hex')
  const first = await desk.replay({ of: rutherglen, speed: 'max', id })
  expect((await call('POST', '/api/replays', { of: october, speed: 'max', id })).status).toBe(409)
  await until('it is over', async () => (await desk.board(first.night)).state === 'closed')
  expect((await call('DELETE', `/api/replays/${id}`)).status).toBe(204)
  const second = await desk.replay({ of: october, speed: 'max', id })
  await until(
    'the other night is over',
    async () => (await desk.board(second.night)).state === 'closed',
  )
  expect(declared(await desk.board(second.night))).toEqual([midBedfordshire, tamworth])
})

test('[RPL5] of replays that are removed while they play nothing fails and nothing stays', async () => {
  const { call, desk } = await openHouse()
  const redis = openRedis()
  const begun = await Promise.all(
    Array.from({ length: 5 }, () =>
      desk.replay({ of: '2024-07-04-general-election', speed: 'max' }),
    ),
  )
  const replays = [...begun, await desk.replay({ of: october, speed: 'max' })]
  for (const { id } of replays)
    expect((await call('DELETE', `/api/replays/${id}`)).status).toBe(204)
  const left = async () => {
    const keys = await Promise.all(replays.map(({ night }) => redis.keys(`*{${night}}*`)))
    const ages = await Promise.all(keys.flat().map((key) => redis.ttl(key)))
    return ages.filter((age) => age === -1).length
  }
  const queue = (state: string) => `${queuePrefix}:${queueName('replay')}:${state}`
  const waits = async () =>
    (await redis.llen(queue('wait'))) +
    (await redis.llen(queue('active'))) +
    (await redis.zcard(queue('delayed')))
  await until('all has come through', async () => (await waits()) === 0, 60_000)
  await until('no key stays', async () => (await left()) === 0)
  const failed = await redis.zrange(queue('failed'), '0', '-1')
  const jobs = await Promise.all(failed.map((id) => redis.hget(queue(id), 'data')))
  expect(jobs.filter((data) => replays.some(({ night }) => data?.includes(night)))).toEqual([])
}, 120_000)

test('[RPL5] nobody but the desk plays, and only what there is', async () => {
  const { call } = await openHouse()
  expect((await call.as(null)('POST', '/api/replays', { of: october, speed: 1 })).status).toBe(401)
  expect((await call('POST', '/api/replays', { of: 'no-such-night', speed: 1 })).status).toBe(404)
  expect((await call('POST', '/api/replays', { of: october, speed: 0 })).status).toBe(422)
})

test('[RPL5] a replay from a year that no clock of a night shows is refused, and holds up no other', async () => {
  const { call, desk } = await openHouse()
  for (const from of ['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00'])
    expect((await call('POST', '/api/replays', { of: october, speed: 1, from })).status).toBe(422)
  expect((await call('GET', '/api/replays')).status).toBe(200)
  const { night } = await desk.replay({ of: october, speed: 'max' })
  await until('it is over', async () => (await desk.board(night)).state === 'closed')
})
