import { ReachAnswer } from '@night/shared/answer/fate'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { nothingOn } from '../support/mixed-rules.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { subscribe } from '../support/subscribers.ts'
import { until } from '../support/until.ts'

test('[COR3] before figures are corrected it is said how far they have gone', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const reach = (seat: string) => call('GET', `/api/nights/${night}/constituencies/${seat}/reach`)
  expect((await reach(tamworth)).status).toBe(404)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 3)
  expect(
    (await call.as(null)('GET', `/api/nights/${night}/constituencies/${tamworth}/reach`)).status,
  ).toBe(401)
  const { body } = await reach(tamworth)
  expect(body).toMatchObject({ standing: 2, revision: 1, screens: 0 })
  const { consequences } = ReachAnswer.parse(body)
  expect(consequences[0]).toEqual({
    kind: 'line',
    text: expect.stringContaining('Tamworth: LAB GAIN from CON, majority 1,316'),
  })
  expect(consequences.filter(({ kind }) => kind === 'total')).toEqual([
    { kind: 'total', text: 'Lab one seat fewer' },
  ])
  const records = consequences.filter(({ kind }) => kind === 'record').map(({ text }) => text)
  expect(records).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Tamworth: second-highest/),
      expect.stringMatching(/^Mid Bedfordshire: /),
    ]),
  )
  // Asking changes nothing.
  expect((await desk.events(night)).seq).toBe(3)
})

test('[COR3] before a winner without figures is taken back it is said how far that has gone', async () => {
  const { server, call, desk } = await openHouse()
  const redis = openRedis()
  const night = await desk.open(october)
  await subscribe(redis, {
    night,
    mode: 'rehearsal',
    channel: { type: 'screen' },
    rules: { ...nothingOn, seats: [tamworth] },
  })
  const screen = openScreen(server.url, { night })
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  await until('it is on the screen', () => screen.seen.board?.seatsById[tamworth]?.flash)
  const path = `/api/nights/${night}/constituencies/${tamworth}/reach`
  const told = () => call('GET', path).then(({ body }) => ReachAnswer.parse(body))
  await until('a device was rung', async () =>
    (await told()).consequences.some(({ kind }) => kind === 'alert'),
  )
  expect(await told()).toMatchObject({
    standing: 2,
    revision: 0,
    screens: 1,
    consequences: [
      { kind: 'line', text: expect.stringContaining('Tamworth: LAB GAIN from CON') },
      { kind: 'alert', text: expect.stringMatching(/: 1 device$/) },
    ],
  })
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 0, reason: 'Too early' })
  await desk.reached(night, 3)
  expect((await call('GET', path)).status).toBe(404)
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'andy-cooper' })
  await desk.reached(night, 4)
  // The second was rung for under another id; of the first nothing is told any more.
  await until('it was rung again', async () => (await told()).consequences.length === 2)
  expect((await told()).consequences).toMatchObject([
    { kind: 'line', text: expect.stringContaining('Tamworth: CON HOLD') },
    { kind: 'alert', text: 'TEST CON HOLD Tamworth: 1 device' },
  ])
})

test('[COR4] corrections are public, as JSON and as a feed, the latest first and marked as what they are', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const real = await declarationOf(october, tamworth)
  const [first] = real.votes
  if (!first) throw new Error('Somebody stood')
  const wrong = withVotes(real, { [first.candidate]: first.votes - 10 })
  await desk.declare(night, { ...wrong, valid: real.valid - 10 })
  await desk.reached(night, 2)
  const seats = { nights: [night], constituencies: [tamworth] }
  const { id: hall, token } = await desk.officer({ name: 'Hall of Tamworth', ...seats })
  const right = { ...real, revision: 2, reason: 'A pile was <missed> & found' }
  await call.as(token)('POST', `/api/nights/${night}/declarations`, right)
  await desk.reached(night, 3)
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 2, reason: 'Voided' })
  await desk.reached(night, 4)
  const { body } = await call.as(null)('GET', `/api/nights/${night}/corrections`)
  expect(body).toMatchObject({
    corrections: [
      { kind: 'withdrawn', reason: 'Voided', by: 'desk' },
      { kind: 'corrected', reason: 'A pile was <missed> & found', replaces: 2, by: hall },
    ],
  })
  const feed = await call.as(null)('GET', `/api/nights/${night}/corrections.atom`)
  expect(feed).toMatchObject({ status: 200, type: 'application/atom+xml; charset=utf-8' })
  expect(feed.body).toContain(`<link rel="self" href="/api/nights/${night}/corrections.atom"/>`)
  expect(feed.body).toContain('<title>REHEARSAL: Withdrawn: Tamworth</title>')
  expect(feed.body).toContain('Why: A pile was &lt;missed&gt; &amp; found')
  expect(feed.body).toContain('Who: The desk')
  expect(feed.body).toContain(`Who: ${hall}, whom the desk knows by name`)
  expect(feed.body).toContain('No longer: ')
})

test('[COR1] a correction after which the same is said undoes nothing', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const real = await declarationOf(october, tamworth)
  await desk.declare(night, real)
  await desk.reached(night, 2)
  await desk.declare(night, { ...real, rejected: 45, revision: 2, reason: 'One more was found' })
  expect((await desk.reached(night, 3)).at(-1)).toMatchObject({
    kind: 'corrected',
    consequences: [],
  })
})
