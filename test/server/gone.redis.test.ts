import { nightsKey } from '@night/shared/names'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openGate } from '../support/gate.ts'
import { openHouse, openServer } from '../support/house.ts'
import { october } from '../support/night.ts'
import { openRedis, redisUrl } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[FEED9] a night that goes while its log cannot be reached holds up nobody: its screens are told, others have the time', async () => {
  const { desk, environment } = await openHouse()
  const gate = await openGate(redisUrl(), environment['DATA_DIR'] ?? '')
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  const { url } = await openServer({ ...environment, REDIS_URL: gate.url }, log)
  const night = await desk.open(october)
  const { seen: leaving } = openScreen(url, { night })
  const { seen: staying } = openScreen(url, { night: october })
  await until('both are there', () => leaving.board?.seq === 1 && staying.board !== null)
  gate.cutOff()
  await until('it is cut off', () => lines.some((line) => line.includes('out of reach')))
  await openRedis().hdel(nightsKey, night)
  await until('its screen is told', () => leaving.refusals.length > 0)
  expect(leaving.refusals).toMatchObject([{ code: 'no-such-thing' }])
  const before = staying.clocks.length
  await until('the others have the time', () => staying.clocks.length > before + 1)
})
