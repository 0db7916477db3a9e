import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { createDevices } from '@night/worker/alerts/devices'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { nightName } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'

/** A night with one record that cannot be read: that is said whenever it is parsed. */
const openDevices = async () => {
  const redis = openRedis()
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) })
  const open: OpenNight = {
    id: nightName(),
    mode: 'rehearsal',
    run: 1,
    openedAt: '2023-10-19T21:00:00.000Z',
  }
  const { subscriptions } = alertKeys(open.mode, open.id)
  const put = () => redis.hset(subscriptions, 'device', 'nobody can read this')
  await put()
  const devices = createDevices(redis, log)
  const parsed = async () => (await devices.of(open), lines.length)
  return { devices, open, put, parsed, remove: () => redis.hdel(subscriptions, 'device') }
}

test('[ALR56] what is not changed is parsed once, and what was removed is not remembered', async () => {
  const { put, parsed, remove } = await openDevices()
  expect(await parsed()).toBe(1)
  expect(await parsed()).toBe(1)
  await remove()
  expect(await parsed()).toBe(1)
  await put()
  expect(await parsed()).toBe(2)
})

test('[ALR56] nothing is remembered of a night that is not open any more', async () => {
  const { devices, open, parsed } = await openDevices()
  expect(await parsed()).toBe(1)
  devices.keepOnly([open])
  expect(await parsed()).toBe(1)
  devices.keepOnly([])
  expect(await parsed()).toBe(2)
})
