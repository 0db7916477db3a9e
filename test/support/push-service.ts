import { createPublicKey, randomUUID, verify } from 'node:crypto'
import { AlertMessage } from '@night/shared/alert/message'
import type { PushSubscription } from '@night/shared/alert/subscription'
import { createPushDevice, type PushDevice } from '@night/worker/alerts/push-device'
import { z } from 'zod'
import { type Behaviour, type Call, openLoopback } from './loopback.ts'

const Claims = z.strictObject({ aud: z.string(), exp: z.int(), sub: z.string() })

const Headers = z.object({
  ttl: z.coerce.number().int().min(0),
  urgency: z.enum(['very-low', 'low', 'normal', 'high']),
  topic: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  'content-encoding': z.literal('aes128gcm'),
  authorization: z.string(),
})

/** A push that was taken in, as the device reads it. */
export type Received = {
  readonly message: AlertMessage
  readonly ttl: number
  readonly urgency: string
  readonly topic: string
  readonly vapid: z.infer<typeof Claims> & { readonly publicKey: string; readonly token: string }
}

type Held = {
  readonly device: PushDevice
  readonly received: Received[]
  behaviour: Behaviour
  tries: number
}

/**
 * A push service on loopback that is as strict as a real one: signature, audience, topic, length. Each device has keys
 * of its own; how it answers can be set. Plain HTTP, so its `origin` has to be trusted.
 */
export const openPushService = async () => {
  const heldByPath = new Map<string, Held>()

  const answer = ({ request, body }: Call): Behaviour => {
    const held = heldByPath.get(request.url ?? '')
    if (!held) return { status: 404 }
    held.tries += 1
    if (typeof held.behaviour === 'string' || held.behaviour.status >= 300) return held.behaviour
    if (body.length > 4096) return { status: 413 }
    const headers = Headers.safeParse(request.headers)
    if (!headers.success) return { status: 400 }
    const { ttl, urgency, topic, authorization } = headers.data
    const vapid = vapidOf(authorization)
    if (vapid?.aud !== `http://${request.headers.host}`) return { status: 403 }
    const message = AlertMessage.parse(JSON.parse(held.device.open(body)))
    held.received.push({ message, ttl, urgency, topic, vapid })
    return held.behaviour
  }

  const loopback = await openLoopback(answer)
  return {
    ...loopback,
    device: () => {
      const path = `/push/${randomUUID()}`
      const device = createPushDevice()
      const held: Held = { device, received: [], behaviour: { status: 201 }, tries: 0 }
      heldByPath.set(path, held)
      const { keys } = device
      const subscription: PushSubscription = { endpoint: loopback.origin + path, keys }
      return {
        subscription,
        received: held.received as readonly Received[],
        tries: () => held.tries,
        behave: (behaviour: Behaviour) => void (held.behaviour = behaviour),
        /** What a device that was off all the time finds: the last of each topic. RFC 8030, 5.4 */
        waiting: () => [...new Map(held.received.map((one) => [one.topic, one])).values()],
      }
    },
  }
}

/** Whose signature it is, once it was verified and has not run out; null where it is not one. RFC 8292 */
const vapidOf = (authorization: string): Received['vapid'] | null => {
  const [, token = '', publicKey = ''] =
    /^vapid t=([^,]+), k=([\w-]{87})$/.exec(authorization) ?? []
  if (!publicKey) return null
  const [header = '', payload = '', signature = ''] = token.split('.')
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: pointToKey(publicKey), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) return null
  const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  const left = claims.exp * 1000 - Date.now()
  return left > 0 && left <= 86_400_000 ? { ...claims, publicKey, token } : null
}

const pointToKey = (point: string) => {
  const bytes = Buffer.from(point, 'base64url')
  const x = bytes.subarray(1, 33).toString('base64url')
  const y = bytes.subarray(33).toString('base64url')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}
