import type { Board } from '@night/shared/board'
import type { Replay } from '@night/shared/replay'
import { expect, test } from 'vitest'
import { openHouse, openWorker, type Call } from '../support/house.ts'
import { midBedfordshire, october, recordedLog, tamworth } from '../support/night.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const begin = async (call: Call, body: object): Promise<Replay> => {
  const answer = await call('POST', '/api/replays', { of: october, ...body })
  expect(answer.status).toBe(201)
  return answer.body as Replay
}
const boardOf = async (call: Call, night: string) =>
  (await call('GET', `/api/nights/${night}/board`)).body as Board
const declared = (board: Board) =>
  Object.entries(board.seatsById)
    .filter(([, { latest }]) => latest !== null)
    .map(([id]) => id)
    .toSorted()

test('[RPL1] a recorded night, played again, ends in the same board', async () => {
  const { call } = await openHouse()
  const { night } = await begin(call, { speed: 'max' })
  const board = await until('it is over', async () => {
    const now = await boardOf(call, night)
    return now.state === 'closed' && now
  })
  const recorded = await boardOf(call, october)
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
  const { call } = await openHouse()
  const { id, night } = await begin(call, { speed: 1, from: '2023-10-20T01:00:00Z' })
  const paused = (await call('PATCH', `/api/replays/${id}`, { playing: false })).body as Replay
  expect((await call('GET', `/api/replays/${id}`)).body).toMatchObject({
    position: paused.position,
    playing: false,
  })
  await until('it is open', async () => (await boardOf(call, night)).seq === 1)
  expect((await call('POST', `/api/replays/${id}/step`)).body).toMatchObject({
    position: '2023-10-20T01:45:00.000Z',
  })
  await until('Tamworth is in', async () => declared(await boardOf(call, night)).length === 1)
  expect(declared(await boardOf(call, night))).toEqual([tamworth])
  await call('PATCH', `/api/replays/${id}`, { playing: true, speed: 3600 })
  await until(
    'Mid Bedfordshire is in',
    async () => declared(await boardOf(call, night)).length === 2,
  )
})

test('[FEED9] every screen is told at once when the clock of its night is changed', async () => {
  const { call, server } = await openHouse()
  const { id, night } = await begin(call, { speed: 1, from: '2023-10-20T01:00:00Z' })
  const screen = openScreen(server.url, { night })
  await until('its clock came with the board', () => screen.seen.clocks.length === 1)
  await call('PATCH', `/api/replays/${id}`, { playing: false, speed: 60 })
  await until('the pause is known', () => screen.seen.clocks.at(-1)?.playing === false)
  expect(screen.seen.clocks.at(-1)).toMatchObject({ speed: 60 })
})

test('[RPL3] another worker goes on with a replay where the first one stopped', async () => {
  const { call, worker, environment } = await openHouse()
  const { id, night } = await begin(call, { speed: 1, from: '2023-10-20T01:44:59Z' })
  await until('Tamworth is in', async () => declared(await boardOf(call, night)).length === 1)
  await worker.close()
  await call('PATCH', `/api/replays/${id}`, { position: '2023-10-20T03:20:00+01:00' })
  await openWorker(environment)
  await until(
    'Mid Bedfordshire is in',
    async () => declared(await boardOf(call, night)).length === 2,
  )
  expect((await boardOf(call, night)).seq).toBe(3)
})

test('[RPL4] a replay that is wound back tells every screen to start afresh, and plays again', async () => {
  const { call, server } = await openHouse()
  const { id, night } = await begin(call, { speed: 'max' })
  const screen = openScreen(server.url, { night })
  await until('it is over', () => screen.seen.board?.state === 'closed')
  await call('PATCH', `/api/replays/${id}`, {
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
  await call('PATCH', `/api/replays/${id}`, { playing: true, speed: 'max' })
  await until('it is over again', () => screen.seen.board?.state === 'closed')
  expect(declared(screen.seen.board ?? (await boardOf(call, night)))).toEqual([
    midBedfordshire,
    tamworth,
  ])
  expect(screen.seen.events.map(({ seq }) => seq)).toEqual(
    screen.seen.events.map((_, place) => (screen.seen.events[0]?.seq ?? 0) + place),
  )
})

test('[RPL5] a replay begins where it is asked to, with what was known by then, and is gone when it is removed', async () => {
  const { call, server } = await openHouse()
  const { id, night } = await begin(call, { speed: 1, from: '2023-10-20T03:00:00+01:00' })
  const screen = openScreen(server.url, { night })
  await until('Tamworth is in', () => screen.seen.board && declared(screen.seen.board).length === 1)
  expect((await call('DELETE', `/api/replays/${id}`)).status).toBe(204)
  await until('the screen is told', () => screen.seen.refusals.length === 1)
  expect((await call('GET', `/api/nights/${night}`)).status).toBe(404)
  expect((await call('GET', `/api/replays/${id}`)).status).toBe(404)
})

test('[RPL5] nobody but the desk plays, and only what there is', async () => {
  const { call } = await openHouse()
  expect((await call('POST', '/api/replays', { of: october, speed: 1 }, null)).status).toBe(401)
  expect((await call('POST', '/api/replays', { of: 'no-such-night', speed: 1 })).status).toBe(404)
  expect((await call('POST', '/api/replays', { of: october, speed: 0 })).status).toBe(422)
})
