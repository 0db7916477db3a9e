import { createHmac } from 'node:crypto'
import { signedHeaders } from '@night/worker/alerts/signature'
import { expect, test } from 'vitest'
import { alertOf, subscriptionOf } from '../../support/alert.ts'
import { openSenders, said } from '../../support/outward.ts'
import { openPushService } from '../../support/push-service.ts'
import { openWebhook } from '../../support/webhook.ts'

const openHook = async (form: 'signed' | 'chat') => {
  const hook = await openWebhook()
  const now = Date.parse('2023-10-20T01:46:07.500Z')
  const { senders } = openSenders({
    trustedOrigins: [hook.origin],
    clock: { now: () => now },
    sleep: () => Promise.resolve(),
    timeLimit: 150,
  })
  const subscription = subscriptionOf(
    { type: 'webhook', url: hook.url, form },
    { secret: form === 'signed' ? hook.secret : null },
  )
  const send = (message = alertOf()) => senders.webhook.send(message, subscription)
  return { hook, senders, subscription, send }
}

test('[ALR25] a receiver knows that we sent it, and that the second time is the same alert again', async () => {
  const { hook, send } = await openHook('signed')
  expect(said(await send())).toBe('sent: The receiver has it (200).')
  await send()
  const expected = {
    id: 'abcdefgh1234.result-E14000986-1',
    timestamp: 1_697_766_367,
    isSigned: true,
    body: { type: 'alert.result', timestamp: '2023-10-20T01:45:00.000Z', data: alertOf() },
  }
  expect(hook.received).toEqual([expected, expected])
})

test('[ALR25] the signature is what Standard Webhooks says: HMAC-SHA256 of id.timestamp.body', () => {
  const key = Buffer.alloc(24, 7)
  const signed = { id: 'msg_1', timestamp: 1_697_766_367, body: '{"a":"é"}' }
  const expected = createHmac('sha256', key).update('msg_1.1697766367.{"a":"é"}').digest('base64')
  expect(signedHeaders(`whsec_${key.toString('base64')}`, signed)).toEqual({
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1697766367',
    'webhook-signature': `v1,${expected}`,
  })
  for (const secret of [null, '', 'whsec_', 'whsec_c2hvcnQ=', key.toString('base64')]) {
    expect(signedHeaders(secret, signed)).toBeNull()
  }
})

test('[ALR25] a webhook without a secret is refused, not sent unsigned', async () => {
  const { hook, senders, subscription } = await openHook('signed')
  const outcome = await senders.webhook.send(alertOf(), { ...subscription, secret: null })
  expect(said(outcome)).toBe('refused: This webhook has no secret.')
  expect(hook.tries()).toBe(0)
})

test('[ALR26] a chat gets one bold line and the text; names in it call nobody and link nowhere', async () => {
  const { hook, send } = await openHook('chat')
  await send()
  await send(alertOf({ title: 'GAIN *for* <!channel>\nA & B', body: 'Said <@U1>: a <b> & c' }))
  await send(alertOf({ body: '' }))
  const still = { unfurl_links: false, unfurl_media: false }
  expect(hook.received.map(({ body }) => body)).toEqual([
    {
      text: '*LAB GAIN Tamworth from CON*\nMajority 1,316. Swing 23.9 points Con to Lab. Turnout 35.9%.',
      ...still,
    },
    {
      text: '*GAIN for &lt;!channel&gt; A &amp; B*\nSaid &lt;@U1&gt;: a &lt;b&gt; &amp; c',
      ...still,
    },
    { text: '*LAB GAIN Tamworth from CON*', ...still },
  ])
  expect(hook.received.map(({ id }) => id)).toEqual([undefined, undefined, undefined])
})

test('[ALR24] every answer of a receiver means one thing; an address not found may be found again', async () => {
  const { hook, send } = await openHook('signed')
  const outcomes: string[] = []
  for (const status of [204, 301, 404, 410, 429, 502]) {
    hook.behave({ status })
    outcomes.push(said(await send()))
  }
  hook.behave('hang')
  outcomes.push(said(await send()))
  expect(outcomes).toEqual([
    'sent: The receiver has it (204).',
    'refused: The receiver sends us on to another address, where we do not go (301).',
    'refused: The receiver does not know this address (404).',
    'gone: The receiver wants nothing more (410).',
    'later: The receiver asks us to send less often (429).',
    'later: The receiver has a fault of its own (502).',
    'later: The receiver did not answer within 0.15 seconds.',
  ])
})

test('[ALR27] the inbox on the page calls nobody, whatever the channel', async () => {
  const { hook, senders, subscription } = await openHook('signed')
  const service = await openPushService()
  const { subscription: push } = service.device()
  const channels = [
    subscription.channel,
    { type: 'webpush', subscription: push },
    { type: 'screen' },
  ] as const
  for (const channel of channels) {
    const outcome = await senders.screen.send(alertOf(), { ...subscription, channel })
    expect(said(outcome)).toBe('sent: On the page.')
  }
  expect(hook.connections() + service.connections()).toBe(0)
})
