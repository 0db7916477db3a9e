import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Behaviour, openLoopback } from './loopback.ts'

const Headers = z.object({
  'webhook-id': z.string().regex(/^[^\s]{1,256}$/),
  'webhook-timestamp': z.string().regex(/^\d{10}$/),
  'webhook-signature': z.string().regex(/^v1,[A-Za-z0-9+/]+=*$/),
})

export type Received = {
  readonly id: string | undefined
  readonly timestamp: number
  /** Whether the signature is right for id, hour and body, as Standard Webhooks has it. */
  readonly isSigned: boolean
  readonly body: unknown
}

/** A receiver on loopback that keeps what comes, knows whether we sent it, and answers as it is told to. */
export const openWebhook = async (path = '/alerts') => {
  const key = randomBytes(32)
  const received: Received[] = []
  let behaviour: Behaviour = { status: 200 }
  let tries = 0

  const loopback = await openLoopback(({ request, body }) => {
    tries += 1
    if (request.method !== 'POST' || request.url !== path) return { status: 405 }
    const headers = Headers.safeParse(request.headers).data
    const timestamp = Number(headers?.['webhook-timestamp'])
    const signed = `${headers?.['webhook-id']}.${timestamp}.${body.toString()}`
    const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
    const isSigned = isSame(headers?.['webhook-signature'] ?? '', expected)
    if (typeof behaviour === 'string' || behaviour.status >= 300) return behaviour
    const id = headers?.['webhook-id']
    received.push({ id, timestamp, isSigned, body: JSON.parse(body.toString()) })
    return behaviour
  })

  return {
    ...loopback,
    url: loopback.origin + path,
    secret: `whsec_${key.toString('base64')}`,
    received: received as readonly Received[],
    tries: () => tries,
    behave: (next: Behaviour) => void (behaviour = next),
  }
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
