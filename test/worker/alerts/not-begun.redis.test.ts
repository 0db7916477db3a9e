import { alertKeys, alertQueueName, queuePrefix } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { all, subscribed } from '../../support/alert-door.ts'
import { openAlerts, phone } from '../../support/alerts-house.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import {
  declarationOf,
  midBedfordshire,
  october,
  tamworth,
  withVotes,
} from '../../support/night.ts'
import { redisUrl } from '../../support/redis-client.ts'
import { outboxOf } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** A live night whose alerts are queued and not taken out of the queue before `goOn`. */
const openSlow = async () => {
  const house = await openAlerts()
  const { desk, redis } = house
  const night = await desk.openLive({ from: october })
  const connection = redisOptions(new URL(redisUrl()), 'work')
  const queue = new Queue(alertQueueName('live'), { connection, prefix: queuePrefix })
  onTestFinished(() => queue.close())
  onTestFinished(() => queue.resume())
  await queue.pause()
  const { place, due } = alertKeys('live', night)
  const matched = (seq: number) =>
    until(`${seq} are matched`, async () =>
      ((await redis.get(place)) ?? '').includes(`"seq":${seq},`),
    )
  const declare = async (seat: string) =>
    desk.decided(night, await desk.declare(night, await declarationOf(october, seat)))
  const correct = async () => {
    const declaration = await declarationOf(october, tamworth)
    const turned = withVotes(declaration, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
    const corrected = { ...turned, revision: 2, reason: 'The other way round' }
    await desk.decided(night, await desk.declare(night, corrected))
  }
  const withdraw = async (revision = 1) => {
    const withdrawal = { constituency: tamworth, revision, reason: 'Read too early' }
    await desk.decided(night, await desk.say(night, 'withdrawals', withdrawal))
  }
  const flash = async (candidate: string) => {
    const body = { constituency: tamworth, candidate }
    await desk.decided(night, await desk.say(night, 'flashes', body))
  }
  const goOn = async () => {
    await queue.resume()
    await until('all is sent', async () => (await redis.zcard(due)) === 0)
  }
  return {
    ...house,
    night,
    matched,
    declare,
    correct,
    withdraw,
    flash,
    goOn,
    hold: () => queue.pause(),
  }
}

test('[ALR11] what was corrected before anybody began to send it is news like any other, for whoever wants it', async () => {
  const { service, redis, night, ...slow } = await openSlow()
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  const gains = await phone({ redis, service, night }, { gains: {} })
  await slow.declare(tamworth)
  await slow.matched(2)
  await slow.correct()
  await slow.matched(3)
  await slow.goOn()
  expect(mine.titles()).toEqual(['CON HOLD Tamworth'])
  expect(gains.titles()).toEqual([])
  expect(await outboxOf(redis, { mode: 'live', night, id: gains.id })).toEqual({})
})

test('[ALR11] what was withdrawn before anybody began to send it is told to nobody, nor is its withdrawal', async () => {
  const { service, redis, night, ...slow } = await openSlow()
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  await slow.declare(tamworth)
  await slow.matched(2)
  await slow.withdraw()
  await slow.matched(3)
  await slow.goOn()
  expect(mine.titles()).toEqual([])
})

test('[ALR11] a line that was corrected before anybody began to send it leaves what was collected, and is news like any other', async () => {
  const { service, redis, night, call, ...slow } = await openSlow()
  const { received, subscription } = service.device()
  const rules = { ...nothingOn, everyResult: true, mutedUntil: inAnHour() }
  const channel = { type: 'webpush', subscription } as const
  const { id } = await subscribed(call, { night, channel, rules })
  for (const seat of [tamworth, midBedfordshire]) await slow.declare(seat)
  await slow.matched(3)
  await call('PATCH', `${all}/${id}`, { rules: { mutedUntil: null } })
  const { due } = alertKeys('live', night)
  await until('it is to be sent', async () => (await redis.zcard(due)) > 0)
  await slow.correct()
  await slow.matched(4)
  await slow.goOn()
  expect(received.map(({ message }) => message.title).toSorted()).toEqual([
    'CON HOLD Tamworth',
    'LAB GAIN Mid Bedfordshire from CON',
  ])
})

test('[ALR12] figures whose winner was not sent before them are no update, and are heard', async () => {
  const { service, redis, night, ...slow } = await openSlow()
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  await slow.flash('sarah-edwards')
  await slow.matched(2)
  await slow.declare(tamworth)
  await slow.matched(3)
  await slow.goOn()
  expect(mine.received.map(({ message: { kind, update } }) => [kind, update])).toEqual([
    ['result', false],
  ])
})

test('[ALR11 ALR13] the correction of a winner is sent although the next winner waits behind it', async () => {
  const { service, redis, night, ...slow } = await openSlow()
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  await slow.flash('andy-cooper')
  await slow.matched(2)
  await slow.goOn()
  await slow.hold()
  await slow.withdraw(0)
  await slow.matched(3)
  await slow.flash('sarah-edwards')
  await slow.matched(4)
  await slow.goOn()
  expect(mine.titles().toSorted()).toEqual([
    'CON HOLD Tamworth',
    'CORRECTION Tamworth: winner withdrawn',
    'LAB GAIN Tamworth from CON',
  ])
})
