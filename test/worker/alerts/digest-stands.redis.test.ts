import type { Subscription } from '@night/shared/alert/subscription'
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
import type { Behaviour } from '../../support/loopback.ts'
import { outboxOf } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** A muted phone for which these seats were collected, and that is then sent them, in vain. */
const collectedIn = async (seats: readonly string[], behaviour: Behaviour) => {
  const { call, desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const { received, subscription, tries, behave } = service.device()
  const rules = { ...nothingOn, everyResult: true, mutedUntil: inAnHour() }
  const channel = { type: 'webpush', subscription } as const
  const { id } = await subscribed(call, { night, channel, rules })
  for (const seat of seats)
    await desk.decided(night, await desk.declare(night, await declarationOf(october, seat)))
  const matched = (seq: number) =>
    until(`${seq} are matched`, async () =>
      ((await redis.get(alertKeys('live', night).place)) ?? '').includes(`"seq":${seq},`),
    )
  await matched(seats.length + 1)
  behave(behaviour)
  const change = (changed: Partial<Subscription['rules']>) =>
    call('PATCH', `${all}/${id}`, { rules: changed })
  await change({ mutedUntil: null })
  const correct = async () => {
    const declaration = await declarationOf(october, tamworth)
    const turned = withVotes(declaration, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
    const corrected = { ...turned, revision: 2, reason: 'The other way round' }
    await desk.decided(night, await desk.declare(night, corrected))
    await matched(seats.length + 2)
  }
  const withdraw = async () => {
    const withdrawal = { constituency: tamworth, revision: 1, reason: 'Read too early' }
    await desk.decided(night, await desk.say(night, 'withdrawals', withdrawal))
    await matched(seats.length + 2)
  }
  const rows = async () => Object.values(await outboxOf(redis, { mode: 'live', night, id }))
  const settled = (id: string) =>
    until(`${id} is settled`, async () =>
      (await rows()).find((one) => one.message.id.startsWith(id) && one.state !== 'queued'),
    )
  const said = () => received.map(({ message }) => `${message.title}: ${message.body}`)
  return { correct, withdraw, settled, said, tries, behave, rows }
}

test('[ALR11 ALR13] what was collected and comes late leaves out what was corrected meanwhile, and the correction comes', async () => {
  const phone = await collectedIn([tamworth, midBedfordshire], { status: 503 })
  await until('it was tried', () => phone.tries() >= 2)
  await phone.correct()
  phone.behave({ status: 201 })
  await phone.settled('digest-')
  await phone.settled(`decl-${tamworth}-2`)
  expect(phone.said().toSorted()).toEqual([
    expect.stringMatching(/^CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON: Maj 1,316\./),
    expect.stringMatching(/^LAB GAIN Mid Bedfordshire from CON: Maj 1,192\./),
  ])
})

test('[ALR11 ALR13] what was collected and was all withdrawn before it could be sent is not sent', async () => {
  const phone = await collectedIn([tamworth], { status: 503 })
  await until('it was tried', () => phone.tries() >= 2)
  await phone.withdraw()
  phone.behave({ status: 201 })
  expect(await phone.settled('digest-')).toMatchObject({ state: 'late' })
  await phone.settled('void-')
  expect(phone.said()).toEqual([
    expect.stringMatching(/^CORRECTION Tamworth: result withdrawn: .*Read too early/),
  ])
})

test('[ALR11] what was collected and then refused was told to nobody: no correction of it comes', async () => {
  const phone = await collectedIn([tamworth, midBedfordshire], { status: 413 })
  expect(await phone.settled('digest-')).toMatchObject({ state: 'refused' })
  phone.behave({ status: 201 })
  await phone.correct()
  await until('there is nothing more to send', async () =>
    (await phone.rows()).every(({ state }) => state !== 'queued'),
  )
  expect(phone.said().join()).not.toContain('CORRECTION')
})
