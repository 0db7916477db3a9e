import { pino } from 'pino'
import { expect, test } from 'vitest'
import { phone } from '../../support/alerts-house.ts'
import { openGate } from '../../support/gate.ts'
import { environmentOf, openServer, openWorker } from '../../support/house.ts'
import { october } from '../../support/night.ts'
import { openPushService } from '../../support/push-service.ts'
import { openRedis, redisUrl } from '../../support/redis-client.ts'
import { until } from '../../support/until.ts'

test('[LOG13] a worker ends also while the connection on which its alerts wait for a log is lost', async () => {
  const environment = await environmentOf()
  const { desk } = await openServer(environment)
  const night = await desk.open(october)
  const service = await openPushService()
  await phone({ redis: openRedis(), service, night }, { gains: {} }, 'rehearsal')
  const gate = await openGate(redisUrl(), environment['DATA_DIR'] ?? '')
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  const worker = await openWorker({ ...environment, REDIS_URL: gate.url }, log)
  await until('alerts wait for news', () => gate.hasFollowers())
  gate.cutOff()
  await until('they are cut off', () => lines.some((line) => line.includes('alerts cannot read')))
  let isClosed = false
  void worker.close().then(() => (isClosed = true))
  await until('it has ended', () => isClosed)
  expect(isClosed).toBe(true)
})
