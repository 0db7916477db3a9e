import { alertKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { all, subscribed } from '../../support/alert-door.ts'
import { openAlerts } from '../../support/alerts-house.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import {
  declarationOf,
  midBedfordshire,
  october,
  tamworth,
  withVotes,
} from '../../support/night.ts'
import { until } from '../../support/until.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const inHalfAMinute = { timeout: 30_000 }

test(
  '[ALR10] what was collected comes as soon as nothing holds it back any more, and nothing waits behind it',
  inHalfAMinute,
  async () => {
    const { call, desk, service, redis } = await openAlerts()
    const night = await desk.openLive({ from: october })
    const reporter = async (limit: object) => {
      const { received, subscription } = service.device()
      const rules = { ...nothingOn, everyResult: true, ...limit }
      const channel = { type: 'webpush', subscription } as const
      const { id } = await subscribed(call, { night, channel, rules })
      const change = (changed: object) =>
        call('PATCH', `${all}/${id}`, { rules: { ...rules, ...changed } })
      return { change, titles: () => received.map(({ message }) => message.title) }
    }
    const muted = await reporter({ mutedUntil: inAnHour() })
    const seldom = await reporter({ mostInAnHour: 1 })
    for (const seat of [tamworth, midBedfordshire])
      await desk.decided(night, await desk.declare(night, await declarationOf(october, seat)))
    await until('the first has come', () => seldom.titles().length === 1)
    const { place } = alertKeys('live', night)
    await until('both are matched', async () =>
      ((await redis.get(place)) ?? '').includes('"seq":3,'),
    )
    expect(muted.titles()).toEqual([])

    await muted.change({ mutedUntil: null })
    await seldom.change({ mostInAnHour: null })
    await until('the rest comes', () => muted.titles().length + seldom.titles().length === 3)
    expect(muted.titles()).toEqual(['2 gains: LAB 2'])
    expect(seldom.titles()[1]).toBe('LAB GAIN Mid Bedfordshire from CON')
  },
)

test('[ALR11] who was muted while figures came and were taken back hears only what came after', async () => {
  const { call, desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const { received, subscription } = service.device()
  const channel = { type: 'webpush', subscription } as const
  const rules = { ...nothingOn, seats: [tamworth], mutedUntil: inAnHour() }
  const { id } = await subscribed(call, { night, channel, rules })
  const declaration = await declarationOf(october, tamworth)
  await desk.decided(night, await desk.declare(night, declaration))
  const withdrawal = { constituency: tamworth, revision: 1, reason: 'Read too early' }
  await desk.decided(night, await desk.say(night, 'withdrawals', withdrawal))
  const turned = withVotes(declaration, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const again = { ...turned, revision: 2, reason: 'Read again' }
  await desk.decided(night, await desk.declare(night, again))
  const { place } = alertKeys('live', night)
  await until('all is matched', async () => ((await redis.get(place)) ?? '').includes('"seq":4,'))
  await call('PATCH', `${all}/${id}`, { rules: { mutedUntil: null } })
  await until('it is told', () => received.length === 1)
  expect(received.map(({ message }) => message.title)).toEqual(['CON HOLD Tamworth'])
})
