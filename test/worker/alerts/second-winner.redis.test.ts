import { alertKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openAlerts, phone } from '../../support/alerts-house.ts'
import { october, tamworth } from '../../support/night.ts'
import { until } from '../../support/until.ts'

test('[ALR11] whoever was told the first of two winners is told nothing when the second is taken back', async () => {
  const { desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const gains = await phone({ redis, service, night }, { gains: {} })
  const { place, due } = alertKeys('live', night)
  let seq = 1
  const say = async (to: 'flashes' | 'withdrawals', body: object) => {
    await desk.decided(night, await desk.say(night, to, { constituency: tamworth, ...body }))
    seq += 1
    await until('it is matched', async () =>
      ((await redis.get(place)) ?? '').includes(`"seq":${seq},`),
    )
    await until('it is sent', async () => (await redis.zcard(due)) === 0)
  }
  await say('flashes', { candidate: 'sarah-edwards' })
  await say('withdrawals', { revision: 0, reason: 'Called too early' })
  await say('flashes', { candidate: 'andy-cooper' })
  await say('withdrawals', { revision: 0, reason: 'A recount' })
  expect(gains.titles()).toEqual([
    'LAB GAIN Tamworth from CON',
    'CORRECTION Tamworth: winner withdrawn',
  ])
})
