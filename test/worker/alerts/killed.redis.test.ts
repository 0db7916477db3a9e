import { NightEvent } from '@night/shared/event'
import { alertKeys, nightKeys, pushKeyKey } from '@night/shared/names'
import { expect, onTestFinished, test } from 'vitest'
import { environmentOf, openServer } from '../../support/house.ts'
import { expectedOf, mixedRules, toldAtOnce } from '../../support/mixed-rules.ts'
import { definitionOf, isResult, recordedLog, resultToDeclaration } from '../../support/night.ts'
import { openPhones } from '../../support/phones.ts'
import { openProcess } from '../../support/processes.ts'
import { openRedis } from '../../support/redis-client.ts'
import { subscribe } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'

const july = '2024-07-04-general-election'
const seats = 30

test('[ALR3] killed between sending and noting it, the worker that comes after sends the same id again, and nothing is missing', async () => {
  const service = await openPhones(30)
  onTestFinished(service.close)
  const redis = openRedis()
  await redis.del(pushKeyKey)
  const environment = {
    ...(await environmentOf()),
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: service.origin,
  }
  const worker = await openProcess('worker', environment)
  const { desk } = await openServer(environment)
  const night = await desk.openLive({ from: july })
  const definition = await definitionOf(july)
  for (const [place, { subscription }] of service.phones.entries()) {
    const channel = { type: 'webpush', subscription } as const
    await subscribe(redis, { night, mode: 'live', channel, rules: mixedRules(definition, place) })
  }
  const declarations = (await recordedLog(july)).filter(isResult).slice(0, seats)
  for (const [place, event] of declarations.entries()) {
    // Before it is declared: a push of it may be taken in, and answered, before we are told that it was received.
    const isSent = place === 15 && service.silence()
    const id = await desk.declare(night, resultToDeclaration(event))
    if (isSent === false) continue
    await desk.decided(night, id)
    await isSent
    await worker.kill()
    service.resume()
    await worker.start()
  }
  const { log, pending } = nightKeys('live', night)
  const { due, place } = alertKeys('live', night)
  await until('all is decided', async () => (await redis.scard(pending)) === 0)
  const entries = await redis.xrange(log, '-', '+')
  await until('all is matched', async () =>
    ((await redis.get(place)) ?? '').includes(`"seq":${entries.length},`),
  )
  await until('all is sent', async () => (await redis.zcard(due)) === 0)

  const events = entries.map(([, fields]) =>
    NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? '')),
  )
  const moments = toldAtOnce(definition, events)
  const came = service.phones.map(({ timesById }) => [...timesById.keys()].toSorted())
  const expected = service.phones.map((_, index) =>
    expectedOf(moments, mixedRules(definition, index)).toSorted(),
  )
  expect(came).toEqual(expected)
  const pushes = service.phones.flatMap(({ timesById }) => [...timesById.values()])
  // The kills met a push whose answer nobody heard: it came again, under its own id.
  expect(Math.max(...pushes)).toBeGreaterThan(1)
})
