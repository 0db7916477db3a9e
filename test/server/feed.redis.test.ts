import type { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { get } from 'node:http'
import { io } from 'socket.io-client'
import { expect, inject, onTestFinished, test } from 'vitest'
import { caller, openHouse, openServer } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import {
  declarationOf,
  midBedfordshire,
  october,
  openRehearsal,
  tamworth,
  withVotes,
} from '../support/night.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const openRedis = (): Redis => {
  const redis = new Redis(redisOptions(new URL(inject('redisUrl')), 'work'))
  onTestFinished(() => redis.disconnect())
  return redis
}

const nightWithTamworth = async () => {
  const house = await openHouse()
  const night = await openRehearsal(house.call, october)
  await house.call(
    'POST',
    `/api/nights/${night}/declarations`,
    await declarationOf(october, tamworth),
  )
  await until('Tamworth is in the log', async () => {
    const { body } = await house.call('GET', `/api/nights/${night}/events`)
    return (body as { seq: number }).seq === 2
  })
  return { ...house, night }
}

test('[FEED1] a screen without a past gets the board, then every event as it comes', async () => {
  const { server, call, night } = await nightWithTamworth()
  const screen = openScreen(server.url, { night })
  await until('the board is there', () => screen.seen.board?.seq === 2)
  await call(
    'POST',
    `/api/nights/${night}/declarations`,
    await declarationOf(october, midBedfordshire),
  )
  await until('Mid Bedfordshire is there', () => screen.seen.board?.seq === 3)
  expect(screen.seen.messages).toHaveLength(1)
  expect(screen.seen.events.map(({ seq }) => seq)).toEqual([3])
  expect(screen.seen.clocks.length).toBeGreaterThan(0)
})

test('[FEED3] a screen that comes back gets exactly what it missed, from another server too', async () => {
  const { server, call, night, environment } = await nightWithTamworth()
  const screen = openScreen(server.url, { night })
  const held = await until('the board is there', () => screen.seen.board)
  screen.close()
  await call(
    'POST',
    `/api/nights/${night}/declarations`,
    await declarationOf(october, midBedfordshire),
  )
  await until('it is published', async () => {
    const { body } = await call('GET', `/api/nights/${night}/events?since=2`)
    return (body as { events: NightEvent[] }).events.length === 1
  })
  const other = await openServer(environment)
  for (const url of [server.url, other.url]) {
    const since = { seq: held.seq, hash: held.hash }
    const [message] = await firstMessage(url, { night, since })
    expect(message).toMatchObject({ night, seq: 3, events: [{ seq: 3, kind: 'declared' }] })
    expect(message).not.toHaveProperty('board')
  }
})

const firstMessage = (url: string, auth: object): Promise<unknown[]> =>
  new Promise((resolve) => {
    const socket = io(url, { auth, forceNew: true })
    onTestFinished(() => void socket.disconnect())
    for (const name of ['night', 'refused'])
      socket.once(name, (message) => resolve([message, name]))
  })

test.each([
  ['a hash that is not this log’s', { seq: 2, hash: 'f'.repeat(64) }],
  ['a place that this log has not reached', { seq: 99, hash: 'f'.repeat(64) }],
  ['a hash at the very beginning', { seq: 0, hash: 'f'.repeat(64) }],
])('[FEED4] a screen with %s starts afresh', async (_what, since) => {
  const { server, night } = await nightWithTamworth()
  const [message] = await firstMessage(server.url, { night, since })
  expect(message).toMatchObject({ reset: true, seq: 2, board: { seq: 2 } })
})

test('[FEED4] a log that was cut back and went on differently resets every screen; no two histories are mixed', async () => {
  const { server, call, night } = await nightWithTamworth()
  const screen = openScreen(server.url, { night })
  const reader = readLive(`${server.url}/api/nights/${night}/events`)
  await until(
    'both hold Tamworth',
    () => screen.seen.board?.seq === 2 && reader.events.length === 2,
  )
  const redis = openRedis()
  const keys = nightKeys('rehearsal', night)
  await redis.xdel(keys.log, '2-0')
  await redis.del(keys.placed)
  await redis.xsetid(keys.log, '1-0')
  const other = withVotes(await declarationOf(october, tamworth), {
    'sarah-edwards': 11_718,
    'sunny-virk': 418,
  })
  await call('POST', `/api/nights/${night}/declarations`, other)
  await until(
    'the screen holds the other history',
    () => screen.seen.board?.seatsById[tamworth]?.latest?.result.majority.votes === 1315,
  )
  await until('the reader too', () => reader.events.length === 2 && reader.resets > 0)
  expect(screen.seen.resets).toBeGreaterThan(0)
  const { body } = await call('GET', `/api/nights/${night}/events`)
  expect((body as { events: NightEvent[] }).events).toEqual(reader.events)
})

test('[FEED5] a hello that is not understood is answered with a problem, then closed', async () => {
  const { server } = await openHouse()
  for (const [auth, code] of [
    [{}, 'does-not-fit'],
    [{ night: 'no-such-night' }, 'no-such-thing'],
    [{ night: '../../etc' }, 'does-not-fit'],
    [{ night: october, since: { seq: -1, hash: '' } }, 'does-not-fit'],
    [{ night: october, surprise: true }, 'does-not-fit'],
  ] as const) {
    expect(await firstMessage(server.url, auth)).toMatchObject([{ code }, 'refused'])
  }
})

test('[SEC4] a page of another origin is refused on both transports, a program and our own page are not', async () => {
  const { server } = await openHouse()
  const connects = (transport: string, origin?: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = io(server.url, {
        auth: { night: october },
        transports: [transport],
        reconnection: false,
        forceNew: true,
        ...(origin && { extraHeaders: { origin } }),
      })
      onTestFinished(() => void socket.disconnect())
      socket.once('night', () => resolve(true))
      socket.once('connect_error', () => resolve(false))
    })
  const table = await Promise.all(
    ['websocket', 'polling'].map((transport) =>
      Promise.all(
        [undefined, server.url, 'https://evil.example', 'null'].map((origin) =>
          connects(transport, origin),
        ),
      ),
    ),
  )
  expect(table).toEqual([
    [true, true, false, false],
    [true, true, false, false],
  ])
})

test('[SEC3] where reading needs the view token, nothing is read without it, on no way out', async () => {
  const viewToken = 'the-view-token-of-the-tests'
  const { server } = await openHouse({ VIEW_TOKEN: viewToken })
  const call = caller(server.url)
  for (const path of ['', `/${october}`, `/${october}/board`, `/${october}/events`]) {
    expect((await call('GET', `/api/nights${path}`, undefined, null)).status).toBe(401)
    expect((await call('GET', `/api/nights${path}`, undefined, viewToken)).status).toBe(200)
  }
  expect(await firstMessage(server.url, { night: october })).toMatchObject([
    { code: 'no-token' },
    'refused',
  ])
  expect(await firstMessage(server.url, { night: october, token: viewToken })).toMatchObject([
    { seq: 4 },
    'night',
  ])
  const page = await call('GET', `/wall?night=${october}`, undefined, null)
  expect(page.body).not.toContain('Tamworth')
})

test('[FEED7] events are read as JSON, as lines and live, each from any place', async () => {
  const { server, call, night } = await nightWithTamworth()
  const { body } = await call('GET', `/api/nights/${night}/events?since=1`)
  const { events } = body as { events: NightEvent[] }
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

test('[FEED8] the board has the seq as its tag, and can be seen as it stood', async () => {
  const { server, call, night } = await nightWithTamworth()
  const url = `${server.url}/api/nights/${night}/board`
  const now = await fetch(url)
  expect(now.headers.get('etag')).toBe('"2"')
  expect(await statusOf(url, { 'if-none-match': '"2"' })).toBe(304)
  const then = await call('GET', `/api/nights/${october}/board?at=2023-10-20T02:46:00%2B01:00`)
  const board = then.body as { seatsById: Record<string, { latest: unknown }> }
  expect(board.seatsById[tamworth]?.latest).not.toBeNull()
  expect(board.seatsById[midBedfordshire]?.latest).toBeNull()
})

/** Without fetch, which asks for a fresh copy as soon as it is given a tag. */
const statusOf = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve) =>
    get(url, { headers }, (response) => resolve(response.resume().statusCode)),
  )
