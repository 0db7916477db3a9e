import { expect, test } from 'vitest'
import { caller } from '../support/call.ts'
import { openGate } from '../support/gate.ts'
import { openServer } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import { declarationOf, midBedfordshire, october } from '../support/night.ts'
import { present } from '../support/present.ts'
import { redisUrl } from '../support/redis-client.ts'
import { firstMessage, openScreen } from '../support/screen.ts'
import { openHouseWithTamworth } from '../support/tamworth.ts'
import { until } from '../support/until.ts'

test('[FEED3] a server that has not read as far as a screen does not call its log void: it is asked again', async () => {
  const { desk, night, environment } = await openHouseWithTamworth()
  const gate = await openGate(redisUrl(), environment['DATA_DIR'] ?? '')
  const behind = await openServer({ ...environment, REDIS_URL: gate.url })
  const screen = openScreen(behind.url, { night })
  await until('it follows the night', () => screen.seen.board?.seq === 2)
  gate.hold()
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  const last = present((await desk.reached(night, 3))[2])
  const since = { seq: last.seq, hash: last.hash }
  const live = readLive(
    `${behind.url}/api/nights/${night}/events`,
    `${since.seq}-${since.hash.slice(0, 8)}`,
  )
  expect(await firstMessage(behind.url, { night, since })).toMatchObject([
    { code: 'redis-away', status: 503 },
    'refused',
  ])
  const elsewhere = { seq: 3, hash: 'f'.repeat(64) }
  const [started] = await firstMessage(behind.url, { night, since: elsewhere })
  expect(started).toMatchObject({ reset: true, seq: 2 })
  expect(screen.seen.board?.seq).toBe(2)

  gate.release()
  await until('it has read on', () => screen.seen.board?.seq === 3)
  const [message] = await firstMessage(behind.url, { night, since })
  expect(message).toMatchObject({ events: [], seq: 3 })
  await desk.say(night, 'notes', { text: 'TEST of a note' })
  await until('the reader goes on from its place', () => live.events.length > 0)
  expect(live).toMatchObject({ resets: 0, events: [{ seq: 4 }] })
})

test('[FEED3] nor does it send a program that asks again and again back: it says so, and the program asks again', async () => {
  const { desk, night, environment } = await openHouseWithTamworth()
  const gate = await openGate(redisUrl(), environment['DATA_DIR'] ?? '')
  const behind = await openServer({ ...environment, REDIS_URL: gate.url })
  const ask = caller(behind.url)
  const path = `/api/nights/${night}/events?since=3`
  const asJson = () => ask('GET', path)
  await until('it follows the night', async () => Object((await asJson()).body).seq === 2)
  gate.hold()
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 3)
  expect(await asJson()).toMatchObject({ status: 503, body: { code: 'redis-away' } })
  const lines = await fetch(behind.url + path, { headers: { Accept: 'application/x-ndjson' } })
  expect(lines.status).toBe(503)

  gate.release()
  await until('it has read on', async () => (await asJson()).status === 200)
  expect((await asJson()).body).toEqual({ events: [], seq: 3 })
  // A place that is in no log is not waited for: the answer says how far the log goes.
  expect(await ask('GET', path.replace('=3', '=9'))).toMatchObject({
    status: 200,
    body: { seq: 3 },
  })
})
