import { randomUUID } from 'node:crypto'
import { AlertMessage } from '@night/shared/alert/message'
import type { PushSubscription } from '@night/shared/alert/subscription'
import { createPushDevice, type PushDevice } from '@night/worker/alerts/push-device'
import { type Behaviour, type Call, openLoopback } from './loopback.ts'
import { PushHeaders, type Vapid, vapidOf } from './push-headers.ts'

/** A push that was taken in, as the device reads it. */
export type Received = {
  readonly message: AlertMessage
  readonly ttl: number
  readonly urgency: string
  readonly topic: string
  readonly vapid: Vapid
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
    const headers = PushHeaders.safeParse(request.headers)
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
