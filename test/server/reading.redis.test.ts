import { instant } from '@night/shared/time'
import { expect, test } from 'vitest'
import { readLive } from '../support/live.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { openHouse } from '../support/house.ts'
import { openHouseWithTamworth } from '../support/tamworth.ts'
import { until } from '../support/until.ts'

test('[FEED7] events are read as JSON, as lines and live, each from any place', async () => {
  const { server, call, desk, night } = await openHouseWithTamworth()
  const { events } = await desk.events(night, 1)
  expect(events.map(({ seq }) => seq)).toEqual([2])
  const url = `${server.url}/api/nights/${night}/events?since=1`
  const lines = await fetch(url, { headers: { accept: 'application/x-ndjson' } })
  expect(lines.headers.get('content-type')).toContain('application/x-ndjson')
  expect(
    (await lines.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(events)
  const reader = readLive(url)
  await until('the reader holds it', () => reader.events.length === 1)
  expect(reader.lastId).toBe('2')
  expect((await call('GET', `/api/nights/${night}/events?since=x`)).status).toBe(422)
})

test('[FEED7] a whole general election is read live, however large what was missed is', async () => {
  const { server } = await openHouse()
  const reader = readLive(`${server.url}/api/nights/2024-07-04-general-election/events`)
  await until('all of it is there', () => reader.events.length === 652)
  expect(reader.events.at(-1)).toMatchObject({ kind: 'closed', seq: 652 })
})

test('[FEED8] the board has the seq as its tag, and can be seen as it stood', async () => {
  const { server, desk, night } = await openHouseWithTamworth()
  const url = `${server.url}/api/nights/${night}/board`
  const now = await fetch(url)
  expect(now.headers.get('etag')).toBe('"2"')
  // By fetch, which says to every cache on the way that it wants none of theirs.
  expect((await fetch(url, { headers: { 'if-none-match': '"2"' } })).status).toBe(304)
  const large = await fetch(`${server.url}/api/nights/2019-12-12-general-election/board`)
  expect(large.headers.get('content-encoding')).toBe('gzip')
  expect(await large.json()).toMatchObject({ seq: 652 })
  const board = await desk.boardAt(october, '2023-10-20T02:46:00+01:00')
  expect(board.seatsById[tamworth]?.latest).toMatchObject({ kind: 'declared', revision: 1 })
  expect(board.seatsById[midBedfordshire]?.latest).toBeNull()
})

test('[FEED8] as it stood then it has no correction that came later, whose time is what it corrects', async () => {
  const { desk, night } = await openHouseWithTamworth()
  const first = await declarationOf(october, tamworth)
  const votes = withVotes(first, { 'sarah-edwards': 11_718 })
  const reason = 'one paper was in the wrong pile'
  await desk.declare(night, { ...votes, valid: first.valid - 1, revision: 2, reason })
  await desk.reached(night, 3)
  const majority = async (at: string) =>
    (await desk.boardAt(night, at)).seatsById[tamworth]?.latest?.result.majority.votes
  expect(await majority('2023-10-20T02:46:00+01:00')).toBe(1316)
  expect(await majority(instant(Date.now()))).toBe(1315)
})

test('[API10] no cache on the way keeps an answer for a while of its own', async () => {
  const { server, night } = await openHouseWithTamworth()
  const said = async (path: string, accept = '*/*') => {
    const stop = new AbortController()
    const url = `${server.url}/api/nights${path}`
    const answer = await fetch(url, { headers: { accept }, signal: stop.signal })
    stop.abort()
    return answer.headers.get('cache-control')
  }
  const ways = ['', '/board', '/events', '/results.csv', '/corrections', '/corrections.atom']
  const paths = ['', '/no-such-night', ...ways.map((way) => `/${night}${way}`)]
  const all = await Promise.all(paths.map((path) => said(path)))
  expect(new Set(all)).toEqual(new Set(['no-cache']))
  expect(await said(`/${night}/events`, 'text/event-stream')).toBe('no-store')
})
