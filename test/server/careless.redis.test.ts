import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { openHouse } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import { october } from '../support/night.ts'
import { openHouseWithTamworth } from '../support/tamworth.ts'
import { until } from '../support/until.ts'

const authorization = `Bearer ${deskToken}`
const json = 'application/json'

/** Posts bytes as somebody does who makes his own requests. */
const post = async (url: string, body: string | Uint8Array, headers: Record<string, string>) => {
  const sent = { method: 'POST', headers: { authorization, ...headers }, body: Buffer.from(body) }
  const response = await fetch(url, sent)
  const { code, detail } = await response.json()
  return { status: response.status, code, detail, headers: response.headers }
}

test('[SEC5] what cannot be read is refused, and never called our mistake', async () => {
  const { server, desk } = await openHouse()
  const url = `${server.url}/api/nights/${await desk.open(october)}/notes`
  const note = '{"text":"The hall is full."}'
  const notJson = { status: 400, code: 'not-json' }
  const packed = { 'content-type': json, 'content-encoding': 'gzip' }
  expect(await post(url, note, packed)).toMatchObject(notJson)
  expect(await post(url, gzipSync(note).subarray(0, 20), packed)).toMatchObject(notJson)
  const brotli = { 'content-type': json, 'content-encoding': 'br' }
  expect(await post(url, note, brotli)).toMatchObject(notJson)
  const notText = Uint8Array.from([...Buffer.from('{"text":"'), 255, 254, ...Buffer.from('"}')])
  expect(await post(url, notText, { 'content-type': json })).toMatchObject(notJson)
  const wide = { 'content-type': `${json}; charset=utf-16le` }
  expect(await post(url, Buffer.from(note, 'utf16le'), wide)).toMatchObject(notJson)
})

test.each([
  ['text/plain', '{}', 'nothing was sent as JSON; say so with Content-Type: application/json.'],
  [json, 'null', 'what is sent has to be an object.'],
  [
    json,
    '{"of":"2023-10-19-by-elections","speed":"fast"}',
    'speed has to be a number, or speed has to be “max”.',
  ],
  [
    json,
    '{"of":"2023-10-19-by-elections","speed":9,"from":"2023-10-20T02:45"}',
    'from has to be a time with its zone, like 2023-10-20T01:45:00.000Z.',
  ],
  [
    json,
    '{"of":"2023-10-19-by-elections","speed":9,"sp\\u0065ed" : 60}',
    '“speed” is there twice in one object. Nothing was taken from it; send each name once.',
  ],
])('[SEC5] %s with %s is refused in words', async (type, body, detail) => {
  const { server } = await openHouse()
  const url = `${server.url}/api/replays`
  const answer = await post(url, body, { 'content-type': type })
  expect(answer).toMatchObject({ status: 422, code: 'does-not-fit', detail })
})

test('[SEC5] of two forms the one that comes nearer says what is wrong', async () => {
  const { call } = await openHouse()
  const replay = { id: 'tonight', mode: 'replay', from: october }
  expect((await call('POST', '/api/nights', replay)).body).toMatchObject({
    detail: 'mode has to be “live” or “rehearsal”.',
  })
  const nothing = { id: 'tonight', mode: 'rehearsal' }
  expect((await call('POST', '/api/nights', nothing)).body).toMatchObject({
    detail: 'from is missing, or definition is missing.',
  })
})

test('[SEC2] whoever has no token is told which is wanted, as HTTP has it', async () => {
  const { server } = await openHouse()
  const answer = await post(`${server.url}/api/replays`, '{}', { authorization: 'none' })
  expect(answer).toMatchObject({ status: 401, code: 'no-token' })
  expect(answer.headers.get('www-authenticate')).toBe('Bearer')
})

test('[FEED7] a reader who says a place that is none is told to start afresh', async () => {
  const { server, night } = await openHouseWithTamworth()
  const url = `${server.url}/api/nights/${night}/events`
  for (const place of ['x', '-1', '1.5', '2-ZZ']) {
    const reader = readLive(url, place)
    await until('all of it is there', () => reader.events.length === 2)
    expect(reader.resets).toBe(1)
  }
  const head = { method: 'HEAD', headers: { accept: 'text/event-stream' } }
  expect((await fetch(url, head)).headers.get('content-type')).toContain('text/event-stream')
})
