import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { PushHeaders, vapidOf } from '../support/push-headers.ts'
import type { Channel } from './channels.ts'

/** A push that was passed on, and what the browser said of it. */
export type Push = {
  readonly version: string
  readonly at: number
  readonly bytes: number
  readonly ttl: number
  readonly urgency: string
  readonly topic: string
  readonly notification: object
  answer: { readonly code: number; readonly at: number } | null
}

type Letter = { readonly headers: IncomingHttpHeaders; readonly body: Buffer }
type Taken = { readonly status: number; readonly push: Push | null }

const refused = (status: number): Taken => ({ status, push: null })

/** Takes a push in, or says with which status it does not: as strict as the large services are together. */
export const takePush = (
  channel: Channel | undefined,
  { headers, body }: Letter,
  origin: string,
): Taken => {
  if (!channel) return refused(404)
  if (channel.isGone) return refused(410)
  if (body.length > 4096) return refused(413)
  const wanted = PushHeaders.safeParse(headers)
  if (!wanted.success) return refused(400)
  const { ttl, urgency, topic, authorization } = wanted.data
  const vapid = vapidOf(authorization)
  if (vapid?.aud !== origin || vapid.publicKey !== channel.key) return refused(403)
  const version = randomUUID()
  const notification = {
    messageType: 'notification',
    channelID: channel.id,
    version,
    ttl,
    headers: { encoding: 'aes128gcm' },
    data: body.toString('base64url'),
  }
  const bytes = body.length
  const push = { version, at: Date.now(), bytes, ttl, urgency, topic, notification, answer: null }
  return { status: 201, push }
}
