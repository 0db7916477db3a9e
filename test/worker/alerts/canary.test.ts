import { randomUUID } from 'node:crypto'
import { Subscription } from '@night/shared/alert/subscription'
import { AlertMessage } from '@night/shared/alert/message'
import { canaryKey } from '@night/shared/names'
import { createCanary, createFlights } from '@night/worker/alerts/canary'
import { openCanaryReceiver } from '@night/worker/alerts/canary-receiver'
import type { Outcome } from '@night/worker/alerts/sender'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { alertOf, subscriptionOf } from '../../support/alert.ts'
import { openSenders, said } from '../../support/outward.ts'

const start = Date.parse('2023-10-20T01:00:00.000Z')

/** The canary with real senders; its clock is stepped, and what it notes is kept. */
const openCanary = async () => {
  const receiver = await openCanaryReceiver()
  onTestFinished(receiver.close)
  const { senders, keys } = openSenders({ canaryOrigin: receiver.origin })
  const noted: string[] = []
  const lines: string[] = []
  const outcomes: Outcome[] = []
  const state = { now: start, isCut: false, change: (message: AlertMessage) => message }
  const step = createFlights({
    receiver,
    clock: { now: () => state.now },
    log: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }),
    redis: { hset: (...parts: unknown[]) => Promise.resolve(noted.push(parts.join(' '))) },
    newId: () => randomUUID().replaceAll('-', ''),
    fly: async (subscription, message) => {
      Subscription.parse(subscription)
      AlertMessage.parse(message)
      if (state.isCut) return
      outcomes.push(await senders.webpush.send(state.change(message), subscription))
    },
  })
  const after = (milliseconds: number) => {
    state.now += milliseconds
    return step()
  }
  return { receiver, senders, keys, noted, lines, outcomes, state, after }
}

const sent = (time: string) => `${canaryKey} sent 2023-10-20T${time}.000Z`
const home = (time: string) => `${canaryKey} acknowledged 2023-10-20T${time}.000Z`

test('[ALR30] the canary flies every three minutes, comes home, and both are noted', async () => {
  const { noted, lines, after } = await openCanary()
  await after(0)
  await after(5000)
  await after(174_999)
  expect(noted).toEqual([sent('01:00:00'), home('01:00:00')])
  await after(1)
  expect(noted.slice(2)).toEqual([sent('01:03:00'), home('01:03:00')])
  expect(lines).toEqual([])
})

test('[ALR30] a canary that is not home after a minute is warned of, once; the next one flies all the same', async () => {
  const { noted, lines, state, after } = await openCanary()
  state.isCut = true
  await after(0)
  await after(59_999)
  expect(lines).toEqual([])
  await after(1)
  await after(60_000)
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 40,
      sent: '2023-10-20T01:00:00.000Z',
      msg: 'the canary has not come home: alerts may not arrive',
    }),
  ])
  state.isCut = false
  await after(60_000)
  expect(noted).toEqual([sent('01:00:00'), sent('01:03:00'), home('01:03:00')])
})

test('[ALR30] a canary whose words were changed on the way is not home', async () => {
  const { noted, lines, outcomes, state, after } = await openCanary()
  state.change = (message) => ({ ...message, body: 'is on its way.' })
  await after(0)
  expect(outcomes.map(said)).toEqual(['sent: The push service has it (201).'])
  expect(noted).toEqual([sent('01:00:00')])
  expect(lines).toHaveLength(1)
})

test('[ALR30] the canary’s receiver hears web push only, at its own address, in its own keys', async () => {
  const { receiver, senders, noted } = await openCanary()
  const hook = subscriptionOf({
    type: 'webhook',
    url: receiver.subscription.endpoint,
    form: 'chat',
  })
  expect((await senders.webhook.send(alertOf(), hook)).outcome).toBe('refused')
  const statuses = await Promise.all(
    [
      [receiver.origin, 'POST', 'x'],
      [receiver.subscription.endpoint, 'GET', undefined],
      [receiver.subscription.endpoint, 'POST', 'x'.repeat(200)],
      [receiver.subscription.endpoint, 'POST', 'x'.repeat(5000)],
    ].map(
      async ([url = '', method, body]) =>
        (await fetch(url, { ...(method && { method }), ...(body && { body }) })).status,
    ),
  )
  expect(statuses).toEqual([404, 404, 400, 400])
  expect(noted).toEqual([])
})

test('[ALR30] a canary that is closed flies no more, and nobody is at its receiver', async () => {
  const receiver = await openCanaryReceiver()
  const canary = createCanary({
    receiver,
    clock: { now: () => start },
    log: pino({ level: 'silent' }),
    redis: { hset: () => Promise.resolve() },
    newId: randomUUID,
    fly: () => Promise.reject(new Error('it flew')),
  })
  await canary.close()
  await expect(fetch(receiver.origin)).rejects.toThrow('fetch failed')
})

test('[ALR31] no log line, no words and no note has a key, a secret or the path of an address', async () => {
  const { receiver, keys, noted, lines, outcomes, state, after } = await openCanary()
  await after(0)
  await receiver.close()
  await after(180_000)
  state.isCut = true
  await after(180_000)
  await after(60_000)
  expect(outcomes.map(said)).toEqual([
    'sent: The push service has it (201).',
    'later: The push service is not there.',
  ])
  const { endpoint, keys: device } = receiver.subscription
  const secrets = [keys.privateKey, device.auth, device.p256dh, new URL(endpoint).pathname]
  const texts = [...lines, ...noted, JSON.stringify(outcomes)]
  expect(lines.length).toBeGreaterThan(0)
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([])
})
