import { nightKeys } from '@night/shared/names'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { environmentOf, openHouse, openServer } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { until } from '../support/until.ts'

test('[SEC7] a page runs nothing but our own scripts, and brings the board as inert text', async () => {
  const { server } = await openHouse()
  const page = await fetch(`${server.url}/wall?night=${october}`)
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  const html = await page.text()
  expect(html).toContain(`<template id="board" data-night='${october}' data-board='{"board":{`)
  // Nothing in it ends the attribute before its end.
  expect(html.split("data-board='")[1]?.split("'")[0]).toMatch(/\}$/)
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
})

test('[SCR1] the address is the whole state: without a night it leads to one', async () => {
  const { server } = await openHouse()
  const answer = await fetch(`${server.url}/wall`, { redirect: 'manual' })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toMatch(/^\/wall\?night=[a-z0-9-]+$/)
})

test('[SEC6] ready is told apart from live, and what is not there is a problem in words', async () => {
  const { call } = await openHouse()
  expect(await call('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'live' } })
  expect(await call('GET', '/health/ready')).toMatchObject({
    status: 200,
    body: { status: 'ready' },
  })
  expect(await call('GET', '/no/such/page')).toMatchObject({
    status: 404,
    body: { code: 'no-such-thing' },
  })
})

test.each(['/api/nights/%E0', '/api/nights/%E0/board', '/seat/%', '/%E0'])(
  '[SEC6] a path that is no percent-encoding is not there: %s',
  async (path) => {
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
    const { call } = await openHouse({}, log)
    const { status, type, body } = await call('GET', path)
    expect({ status, body }).toMatchObject({
      status: 404,
      body: { code: 'no-such-thing', detail: `There is nothing at ${path}.` },
    })
    expect(type).toMatch(/^application\/problem\+json/)
    expect(lines.filter((line) => line.includes('a request failed'))).toEqual([])
  },
)

test('[SEC10] a token that was used is in no log line, no answer and nothing that Redis keeps', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  const { call, desk } = await openHouse({}, log)
  const night = await desk.open(october)
  const { token } = await desk.officer({
    name: 'Hall',
    nights: [night],
    constituencies: [tamworth],
  })
  const hall = call.as(token)
  const path = `/api/nights/${night}/declarations`
  const answers = [
    await hall('POST', path, await declarationOf(october, tamworth)),
    await hall('POST', path, { constituency: token }),
    await hall('POST', path, '{'),
    await hall('GET', `/${token}?token=${token}`),
    await hall('GET', `${path}/${token}`),
  ]
  const redis = openRedis()
  await until(
    'it is published',
    async () => (await redis.xlen(nightKeys('rehearsal', night).log)) === 2,
  )
  const dumps = await Promise.all((await redis.keys('*')).map((key) => redis.dumpBuffer(key)))
  expect(lines.length).toBeGreaterThan(0)
  expect(dumps.length).toBeGreaterThan(3)
  for (const secret of [token, deskToken]) {
    expect(lines.filter((line) => line.includes(secret))).toEqual([])
    expect(dumps.filter((dump) => dump?.includes(secret))).toEqual([])
  }
  expect(JSON.stringify(answers.slice(0, 3))).not.toContain(deskToken)
})

test('[SEC1] a server that others can reach does not start with reading open by mistake', async () => {
  const environment = await environmentOf('redis://127.0.0.1:1')
  await expect(openServer({ ...environment, HOST: '0.0.0.0' })).rejects.toThrow(/Set VIEW_TOKEN/)
})
