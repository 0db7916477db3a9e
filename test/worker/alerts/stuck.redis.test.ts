import { alertKeys, nightKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openAlerts, phone } from '../../support/alerts-house.ts'
import { declarationOf, october, tamworth } from '../../support/night.ts'
import { until } from '../../support/until.ts'

test('[ALR16] rehearsals whose logs cannot be read hold up no live alert, and go on when they can', async () => {
  const { desk, service, redis } = await openAlerts()
  const spoilt: string[] = []
  for (const _ of [1, 2, 3]) {
    const night = await desk.open(october)
    await desk.reached(night, 1)
    await redis.xadd(nightKeys('rehearsal', night).log, '9-0', 'event', 'nobody can read this')
    await phone({ redis, service, night }, { gains: {} }, 'rehearsal')
    spoilt.push(night)
  }
  const night = await desk.openLive({ from: october })
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  await desk.decided(night, await desk.declare(night, await declarationOf(october, tamworth)))
  await until('the live one rings', () => mine.received.length === 1)

  const matched = async () =>
    (await Promise.all(spoilt.map((one) => redis.exists(alertKeys('rehearsal', one).place)))).join(
      '',
    )
  expect(await matched()).toBe('000')
  for (const one of spoilt) await redis.xdel(nightKeys('rehearsal', one).log, '9-0')
  await until('the others go on', async () => (await matched()) === '111')
})
