import { RefusalsAnswer } from '@night/shared/answer/fate'
import { officersKey } from '@night/shared/names'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { environmentOf, openHouse, openServer } from '../support/house.ts'
import { declarationOf, isResult, midBedfordshire, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[SEC2] only a token opens the door, and a token is kept as a digest', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const path = `/api/nights/${night}/declarations`
  const body = await declarationOf(october, tamworth)
  for (const token of [null, 'rnd_wrong', 'rno_abcdefgh_wrong', '', 'x'.repeat(300)]) {
    const answer = await call.as(token)('POST', path, body)
    expect(answer).toMatchObject({ status: 401, body: { code: 'no-token' } })
    expect(answer.type).toMatch(/^application\/problem\+json/)
  }
  const { token, id } = await desk.officer({
    name: 'Hall A',
    nights: [night],
    constituencies: [tamworth],
  })
  const kept = (await openRedis().hget(officersKey, id)) ?? ''
  expect(kept).toContain('"tokenHash":"')
  expect(kept).not.toContain(token)
})

test('[SEC3] an officer declares its own seats on its own night, until the moment it is revoked', async () => {
  const { call, desk, environment } = await openHouse()
  const elsewhere = await openServer(environment)
  const night = await desk.open(october)
  const other = await desk.open(october)
  const seats = [tamworth, midBedfordshire]
  const declares = async (token: string, night: string, seat: string): Promise<number> => {
    const body = await declarationOf(october, seat)
    return (await call.as(token)('POST', `/api/nights/${night}/declarations`, body)).status
  }
  const officerOf = (seat: string) =>
    desk.officer({ name: `Hall of ${seat}`, nights: [night], constituencies: [seat] })
  const [first, second] = await Promise.all([officerOf(tamworth), officerOf(midBedfordshire)])
  const statuses = await Promise.all(
    [first, second].map(({ token }) =>
      Promise.all(seats.map((seat) => declares(token, night, seat))),
    ),
  )
  expect(statuses).toEqual([
    [202, 403],
    [403, 202],
  ])
  expect(await declares(first.token, other, tamworth)).toBe(403)
  expect((await call.as(first.token)('POST', '/api/officers', {})).status).toBe(403)
  expect((await call('DELETE', `/api/officers/${first.id}`)).status).toBe(204)
  expect(await declares(first.token, night, tamworth)).toBe(401)
  const path = `/api/nights/${night}/declarations`
  const there = await elsewhere.call.as(first.token)(
    'POST',
    path,
    await declarationOf(october, tamworth),
  )
  expect(there.status).toBe(401)
  const events = await desk.reached(night, 3)
  const senders = events.slice(1).map((event) => (isResult(event) ? event.by : event.kind))
  expect(senders.toSorted()).toEqual([first.id, second.id].toSorted())
})

test('[SEC3] a screen that came in with a token goes when the token was revoked', async () => {
  const environment = { ...(await environmentOf()), VIEW_TOKEN: 'the-view-token-of-the-tests' }
  // Ten seconds of this server's stopwatch go by in half of one of ours.
  const stopwatch = { now: () => performance.now() * 20 }
  const { desk, call, url } = await openServer(environment, undefined, { stopwatch })
  const scope = { name: 'Hall', nights: [october], constituencies: [tamworth] }
  const { token, id } = await desk.officer(scope)
  const screen = openScreen(url, { night: october, token })
  await until('it has its board', () => screen.seen.board)
  expect((await call('DELETE', `/api/officers/${id}`)).status).toBe(204)
  const [refusal] = await until(
    'it is turned away',
    () => screen.seen.refusals.length > 0 && screen.seen.refusals,
  )
  expect(refusal).toMatchObject({ code: 'no-token' })
})

test.each(['websocket', 'polling'])(
  '[SEC3] over %s a program is told that its token was revoked before it is let go',
  async (transport) => {
    const environment = { ...(await environmentOf()), VIEW_TOKEN: 'the-view-token-of-the-tests' }
    const stopwatch = { now: () => performance.now() * 20 }
    const { desk, call, url } = await openServer(environment, undefined, { stopwatch })
    const scope = { name: 'Hall', nights: [october], constituencies: [tamworth] }
    const { token, id } = await desk.officer(scope)
    const program = io(url, { auth: { night: october, token }, transports: [transport] })
    onTestFinished(() => void program.close())
    const heard: unknown[] = []
    program.on('night', () => heard.push('night'))
    program.on('refused', ({ code }: { readonly code: string }) => heard.push(code))
    program.on('disconnect', (reason) => heard.push(reason))
    await until('it has the night', () => heard.length === 1)
    expect((await call('DELETE', `/api/officers/${id}`)).status).toBe(204)
    await until('it is let go', () => heard.includes('io server disconnect'))
    expect(heard).toEqual(['night', 'no-token', 'io server disconnect'])
  },
)

test('[SEC3] a reader of live events that came in with a token goes when the token was revoked', async () => {
  const environment = { ...(await environmentOf()), VIEW_TOKEN: 'the-view-token-of-the-tests' }
  const { desk, call, url } = await openServer(environment)
  const scope = { name: 'Hall', nights: [october], constituencies: [tamworth] }
  const { token, id } = await desk.officer(scope)
  const events = (bearer: string) =>
    fetch(`${url}/api/nights/${october}/events`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(25_000),
    })
  const [revoked, stays] = await Promise.all([events(token), events(environment.VIEW_TOKEN)])
  expect([revoked.status, stays.status]).toEqual([200, 200])
  expect((await call('DELETE', `/api/officers/${id}`)).status).toBe(204)
  // Its stream ends, the next sign of life being the last; the other's goes on.
  expect(await revoked.text()).toMatch(/: still here\n\n$/)
  const reader = stays.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await reader?.cancel()
  expect((await events(token)).status).toBe(401)
}, 40_000)

test('[SEC5] an officer that sends too much is told to wait', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const { token } = await desk.officer({
    name: 'Hall',
    nights: [night],
    constituencies: [tamworth],
  })
  const body = await declarationOf(october, tamworth)
  const path = `/api/nights/${night}/declarations`
  const statuses: number[] = []
  for (let time = 0; time < 31; time += 1)
    statuses.push((await call.as(token)('POST', path, body)).status)
  expect(statuses.filter((status) => status === 202)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
  // What is refused counts as well, and cannot push everybody else's refusals out of the desk's list.
  const { token: other } = await desk.officer({
    name: 'Other',
    nights: [night],
    constituencies: [tamworth],
  })
  for (let time = 0; time < 40; time += 1) await call.as(other)('POST', path, {})
  const { refusals } = RefusalsAnswer.parse(
    (await call('GET', `/api/nights/${night}/refusals`)).body,
  )
  expect(refusals).toHaveLength(30)
})
