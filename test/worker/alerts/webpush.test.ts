import { expect, test } from 'vitest'
import { createVapid, newPushKeys, signWith } from '@night/worker/alerts/vapid'
import { createPushDevice } from '@night/worker/alerts/push-device'
import { alertOf, subscriptionOf } from '../../support/alert.ts'
import { openSenders, said, subject } from '../../support/outward.ts'
import { openPushService } from '../../support/push-service.ts'

const openPush = async (timeLimit?: number) => {
  const service = await openPushService()
  const trusted = { trustedOrigins: [service.origin], ...(timeLimit && { timeLimit }) }
  const { senders, keys } = openSenders(trusted)
  const device = service.device()
  const subscription = subscriptionOf({ type: 'webpush', subscription: device.subscription })
  return {
    service,
    keys,
    device,
    send: (message = alertOf()) => senders.webpush.send(message, subscription),
  }
}

test('[ALR22] a push is encrypted for its device, signed by us, and says how long and how urgent', async () => {
  const { service, keys, device, send } = await openPush()
  expect(await send()).toEqual({ outcome: 'sent', words: 'The push service has it (201).' })
  await send(alertOf({ urgent: true, ttl: 21_600 }))
  await send(alertOf({ silent: true, tag: 'night-standing' }))
  expect(device.received.map(({ message }) => message.title)).toEqual(
    Array(3).fill('LAB GAIN Tamworth from CON'),
  )
  expect(device.received[0]?.message).toEqual(alertOf())
  expect(device.received.map(({ ttl, urgency, topic }) => [ttl, urgency, topic])).toEqual([
    [900, 'normal', 'seat-E14000986'],
    [21_600, 'high', 'seat-E14000986'],
    [900, 'low', 'night-standing'],
  ])
  expect(device.received[0]?.vapid).toMatchObject({
    aud: service.origin,
    sub: subject,
    publicKey: keys.publicKey,
  })
  expect(device.waiting().map(({ topic }) => topic)).toEqual(['seat-E14000986', 'night-standing'])
  expect(service.connections()).toBe(1)
})

test('[ALR22] what RFC 8291 has encrypted as its example, our device reads', () => {
  const device = createPushDevice({
    privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  })
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  expect(device.open(Buffer.from(body, 'base64url'))).toBe(
    'When I grow up, I want to be a watermelon',
  )
})

test('[ALR22] a thousand pushes to two services are signed twice, and again long before the signature runs out', () => {
  const start = Date.now()
  let now = start
  const keys = { subject, ...newPushKeys() }
  const signed: (readonly [string, number])[] = []
  const sign = (origin: string, until: number): string => {
    signed.push([origin, until])
    return signWith(keys)(origin, until)
  }
  const vapid = createVapid(sign, { now: () => now })
  const origins = ['https://push.example', 'https://other.example']
  for (let push = 0; push < 500; push += 1) origins.forEach(vapid)
  expect(signed.map(([audience]) => audience)).toEqual(origins)
  now = start + 6 * 3_600_000
  vapid('https://push.example')
  expect(signed).toHaveLength(3)
  const [, until = 0] = signed[0] ?? []
  expect(until * 1000 - now).toBeGreaterThan(5 * 3_600_000)
  expect(until * 1000 - start).toBeLessThan(24 * 3_600_000)
})

test('[ALR24] every answer of a push service means one thing for the alert, and says it in words', async () => {
  const { device, send } = await openPush()
  const outcomes: string[] = []
  for (const status of [200, 202, 302, 400, 401, 403, 404, 410, 413, 418, 429, 500, 503]) {
    device.behave({ status })
    outcomes.push(said(await send()))
  }
  expect(outcomes).toEqual([
    'sent: The push service has it (200).',
    'sent: The push service has it (202).',
    'refused: The push service sends us on to another address, where we do not go (302).',
    'refused: The push service did not understand the message (400).',
    'refused: The push service does not accept our signature (401).',
    'refused: The push service does not accept our signature (403).',
    'gone: The push service does not know this phone any more (404).',
    'gone: The push service does not know this phone any more (410).',
    'refused: The push service finds the message too long (413).',
    'refused: The push service refused the message (418).',
    'later: The push service asks us to send less often (429).',
    'later: The push service has a fault of its own (500).',
    'later: The push service has a fault of its own (503).',
  ])
})

test('[ALR24] a push service that says when to come again is believed, in seconds or by the hour', async () => {
  const { device, send } = await openPush()
  const after = async (retryAfter: string) => {
    device.behave({ status: 429, headers: { 'retry-after': retryAfter } })
    const outcome = await send()
    return outcome.outcome === 'later' ? outcome.after : outcome
  }
  expect(await after('7')).toBe(7000)
  expect(await after('soon')).toBeNull()
  expect(await after('-7')).toBeNull()
  expect(await after(new Date(0).toUTCString())).toBe(0)
  const inAMinute = await after(new Date(Date.now() + 60_000).toUTCString())
  expect(inAMinute).toBeGreaterThan(50_000)
  expect(inAMinute).toBeLessThanOrEqual(60_000)
})

test('[ALR24] a push service that hangs, hangs up or is not there is tried later', async () => {
  const { service, device, send } = await openPush(150)
  device.behave('hang')
  expect(said(await send())).toBe('later: The push service did not answer within 0.15 seconds.')
  device.behave('drop')
  expect(said(await send())).toBe('later: The push service broke the connection off.')
  device.behave({ status: 201 })
  expect((await send()).outcome).toBe('sent')
  await service.close()
  expect(said(await send())).toBe('later: The push service is not there.')
})

test('[ALR24] a connection that was kept and is dead is opened anew, once', async () => {
  const { device, send } = await openPush()
  expect((await send()).outcome).toBe('sent')
  device.behave('drop')
  expect(said(await send())).toBe('later: The push service broke the connection off.')
  expect(device.tries()).toBe(3)
})

test('[ALR24] of an answer only its status counts: one without an end, or of a megabyte, keeps nobody', async () => {
  const { device, send } = await openPush(150)
  device.behave({ status: 201, body: 'x'.repeat(1_000_000) })
  expect((await send()).outcome).toBe('sent')
  device.behave({ status: 410, body: 'x', isOpen: true })
  expect((await send()).outcome).toBe('gone')
  expect(device.tries()).toBe(2)
})

test('[ALR23] a body that is too long for a push is cut at a word; the rest comes through whole', async () => {
  const { device, send } = await openPush()
  const body = Array.from({ length: 900 }, (_, word) => `Ynys Môn ${word}`).join(' ')
  expect((await send(alertOf({ body }))).outcome).toBe('sent')
  const [received] = device.received
  expect(received?.message).toEqual({ ...alertOf(), body: received?.message.body })
  expect(received?.message.body).toMatch(/^Ynys Môn 0 .* \S+…$/)
  const words = received?.message.body.slice(0, -1) ?? ''
  expect(body.startsWith(`${words} `)).toBe(true)
  const longer = { ...alertOf(), body: `${words} Ynys Môn 999…` }
  expect(Buffer.byteLength(JSON.stringify(received?.message))).toBeLessThanOrEqual(3993)
  expect(Buffer.byteLength(JSON.stringify(longer))).toBeGreaterThan(3993)

  await send(alertOf({ body: 'x'.repeat(5000) }))
  expect(device.received[1]?.message.body).toBe('…')
  const full = 3993 - Buffer.byteLength(JSON.stringify(alertOf({ body: '' })))
  await send(alertOf({ body: 'x'.repeat(full) }))
  expect(device.received[2]?.message.body).toHaveLength(full)
  expect(said(await send(alertOf({ title: 'x'.repeat(5000) })))).toBe(
    'refused: The message is too long for a push, even without its text.',
  )
  expect(device.tries()).toBe(3)
})

test('[ALR22] a phone whose keys are no keys is refused in words, and nothing is sent', async () => {
  const { service, device } = await openPush()
  const { senders } = openSenders({ trustedOrigins: [service.origin] })
  const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) }
  const subscription = subscriptionOf({
    type: 'webpush',
    subscription: { ...device.subscription, keys },
  })
  expect(said(await senders.webpush.send(alertOf(), subscription))).toBe(
    'refused: The keys that the phone gave are no keys.',
  )
  expect(device.tries()).toBe(0)
})

test('[ALR28] while web push is off, nothing is sent and the reason is said', async () => {
  const { device } = await openPush()
  const { senders } = openSenders({ push: { state: 'off', why: 'VAPID_SUBJECT is not set.' } })
  const subscription = subscriptionOf({ type: 'webpush', subscription: device.subscription })
  expect(said(await senders.webpush.send(alertOf(), subscription))).toBe(
    'refused: Web push is off: VAPID_SUBJECT is not set.',
  )
})
