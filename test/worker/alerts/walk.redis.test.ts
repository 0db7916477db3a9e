import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys, nightKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openAlerts, phone } from '../../support/alerts-house.ts'
import {
  declarationOf,
  midBedfordshire,
  october,
  tamworth,
  withVotes,
} from '../../support/night.ts'
import { outboxOf } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'

const july = '2024-07-04-general-election'
/** By then 111 seats had declared, after the opening. */
const hundred = '2024-07-05T03:14:00+01:00'
const seqOfHundred = 112

test('[ALR2 ALR4 ALR5 ALR11 COR3] a declaration wakes whoever wants it, once; its correction reaches exactly them', async () => {
  const { call, desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  const gains = await phone({ redis, service, night }, { gains: {} })
  const other = await phone({ redis, service, night }, { seats: [midBedfordshire] })
  // A record that nobody can read keeps nobody asleep.
  await redis.hset(alertKeys('live', night).subscriptions, 'spoilt', '{"id":"spoilt"}')

  const declaration = await declarationOf(october, tamworth)
  await desk.decided(night, await desk.declare(night, declaration))
  await until('both are woken', () => mine.received.length + gains.received.length === 2)
  expect(mine.received[0]).toMatchObject({
    ttl: 900,
    urgency: 'high',
    topic: `seat-${tamworth}`,
    message: {
      title: 'LAB GAIN Tamworth from CON',
      body: expect.stringMatching(/^Maj 1,316\. Swing 23\.9 pts Con to Lab\./),
    },
  })
  expect(gains.received[0]?.urgency).toBe('normal')

  // Whoever corrects it sees how many it woke.
  const reach = await until('the outbox says so', async () => {
    const path = `/api/nights/${night}/constituencies/${tamworth}/reach`
    const { body } = await call('GET', path)
    return JSON.stringify(body).includes('2 devices') && body
  })
  expect(reach).toMatchObject({
    consequences: expect.arrayContaining([
      { kind: 'alert', text: 'LAB GAIN Tamworth from CON: 2 devices' },
    ]),
  })

  const turned = withVotes(declaration, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const corrected = {
    ...turned,
    revision: 2,
    reason: 'the two first were read the wrong way round',
  }
  await desk.decided(night, await desk.declare(night, corrected))
  await until('both are told', () => mine.received.length + gains.received.length === 4)
  expect(mine.titles()).toEqual([
    'LAB GAIN Tamworth from CON',
    'CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON',
  ])
  expect(gains.received[1]).toMatchObject({ ttl: 21_600, urgency: 'high' })
  expect(other.received).toEqual([])
})

test('[ALR13 ALR14] what a push service answers decides what becomes of an alert, and each is written down', async () => {
  const { desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const rules = { seats: [tamworth] }
  const [well, gone, tooLong, slow] = await Promise.all(
    Array.from({ length: 4 }, () => phone({ redis, service, night }, rules)),
  )
  if (!well || !gone || !tooLong || !slow) throw new Error('four phones')
  gone.behave({ status: 410 })
  tooLong.behave({ status: 413 })
  slow.behave({ status: 429, headers: { 'retry-after': '0' } })
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('it was tried again', () => slow.tries() > 1)
  slow.behave({ status: 201 })
  await until('it has come', () => slow.received.length === 1)

  const row = async ({ id }: { readonly id: string }) =>
    (await outboxOf(redis, { mode: 'live', night, id }))[`decl-${tamworth}-1`]
  const { subscriptions, due } = alertKeys('live', night)
  await until('all is settled', async () => (await redis.zcard(due)) === 0)
  expect(await row(well)).toMatchObject({ state: 'sent', tries: 1 })
  expect(await row(gone)).toMatchObject({ state: 'gone', why: expect.stringContaining('410') })
  expect(await row(tooLong)).toMatchObject({ state: 'refused', tries: 1 })
  expect(await row(slow)).toMatchObject({ state: 'sent' })
  expect((await row(slow))?.tries).toBeGreaterThan(1)
  const ended = Subscription.parse(JSON.parse((await redis.hget(subscriptions, gone.id)) ?? ''))
  expect(ended.ended?.why).toContain('410')
})

test('[ALR15] a rehearsal and a replay that is wound back reach an inbox on the page and nothing else', async () => {
  const { desk, service, redis } = await openAlerts()
  const rehearsal = await desk.open(october)
  const rehearsed = await phone({ redis, service, night: rehearsal }, { gains: {} }, 'rehearsal')
  await desk.declare(rehearsal, await declarationOf(october, tamworth))

  const [row] = await until('the inbox has it', async () => {
    const outbox = { mode: 'rehearsal', night: rehearsal, id: rehearsed.id } as const
    const rows = Object.values(await outboxOf(redis, outbox))
    return rows.length > 0 && rows.every(({ state }) => state === 'sent') && rows
  })
  expect(row?.message.title).toBe('TEST LAB GAIN Tamworth from CON')

  const { id, night, from } = await desk.replay({ of: july, speed: 'max', to: hundred })
  const replayed = await phone({ redis, service, night }, { everyResult: true }, 'replay')
  /** Answers the last hash of a run that is not `other`, as soon as all of it is matched. */
  const played = (other = '') =>
    until('all of it is matched', async () => {
      const { seq, events } = await desk.events(night)
      const hash = events.at(-1)?.hash ?? ''
      const place = (await redis.get(alertKeys('replay', night).place)) ?? ''
      return seq === seqOfHundred && hash !== other && place.includes(hash) && hash
    })
  const first = await played()
  const told = async () =>
    Object.keys(await outboxOf(redis, { mode: 'replay', night, id: replayed.id })).toSorted()
  const before = await told()
  expect(before.length).toBeGreaterThan(100)
  await desk.changeReplay(id, { position: from, playing: true })
  await played(first)
  expect(await told()).toEqual(before)
  expect(service.connections()).toBe(0)
})

test('[ALR3] after the log was cut back, what comes is told and what was told is not told again', async () => {
  const { desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const gains = await phone({ redis, service, night }, { gains: {} })
  await desk.decided(night, await desk.declare(night, await declarationOf(october, tamworth)))
  await until('Tamworth is told', () => gains.received.length === 1)

  const { log, placed } = nightKeys('live', night)
  await redis.xdel(log, '2-0')
  await redis.call('XSETID', log, '1-0')
  await redis.del(placed)
  for (const seat of [midBedfordshire, tamworth])
    await desk.declare(night, { ...(await declarationOf(october, seat)), rejected: 100 })
  await until('Mid Bedfordshire is told', () => gains.received.length === 2)
  await desk.reached(night, 3)
  const { place } = alertKeys('live', night)
  await until('all is matched', async () => ((await redis.get(place)) ?? '').includes('"seq":3,'))
  expect(gains.titles()).toEqual([
    'LAB GAIN Tamworth from CON',
    'LAB GAIN Mid Bedfordshire from CON',
  ])
})

test('[FLA2] whoever was told a wrong winner is told that it does not stand, and then who it is', async () => {
  const { desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  const say = async (to: 'flashes' | 'withdrawals', body: object) =>
    desk.decided(night, await desk.say(night, to, body))
  const told = (times: number) =>
    until(`it is told ${times} times`, () => mine.received.length === times)
  await say('flashes', { constituency: tamworth, candidate: 'andy-cooper' })
  await told(1)
  await say('withdrawals', { constituency: tamworth, revision: 0, reason: 'Called too early' })
  await told(2)
  await say('flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  await told(3)
  await say('withdrawals', { constituency: tamworth, revision: 0, reason: 'A recount' })
  await told(4)
  expect(mine.titles()).toEqual([
    'CON HOLD Tamworth',
    'CORRECTION Tamworth: winner withdrawn',
    'LAB GAIN Tamworth from CON',
    'CORRECTION Tamworth: winner withdrawn',
  ])
})
