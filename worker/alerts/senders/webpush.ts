import type { AlertMessage } from '@night/shared/alert/message'
import type { PushSubscription } from '@night/shared/alert/subscription'
import webPush from 'web-push'
import { fittingText } from '../fitting.ts'
import { answerToOutcome } from '../outcome.ts'
import type { Pace } from '../pace.ts'
import type { Post } from '../post.ts'
import type { Outcome, Sender } from '../sender.ts'

type Parts = {
  readonly post: Post
  readonly pace: Pace
  /** Who we are, for a push service's origin. */
  readonly vapid: (origin: string) => string
}

const pushService = {
  name: 'The push service',
  goneAt: [404, 410],
  gone: 'does not know this phone any more',
}

/** Web push: encrypted for the one device, signed with our keys. RFC 8030, 8291, 8292 [ALR22] */
export const createWebPush = ({ post, pace, vapid }: Parts): Sender => ({
  send: async (message, { channel }) => {
    if (channel.type !== 'webpush') throw new Error(`${channel.type} is not sent by web push.`)
    const text = fittingText(message)
    if (text === null) return refused('The message is too long for a push, even without its text.')
    const body = encrypted(text, channel.subscription)
    if (body === null) return refused('The keys that the phone gave are no keys.')
    const url = new URL(channel.subscription.endpoint)
    return pace(url.origin, async () => {
      const headers = { ...headersOf(message), authorization: vapid(url.origin) }
      return answerToOutcome(await post.post(url, { headers, body }), pushService)
    })
  },
  close: () => Promise.resolve(post.close()),
})

/** Web push where it is off: nothing is sent, and `why` says what to do. [ALR28] */
export const createNoWebPush = (why: string): Sender => ({
  send: () => Promise.resolve(refused(`Web push is off: ${why}`)),
  close: () => Promise.resolve(),
})

const refused = (words: string): Outcome => ({ outcome: 'refused', words })

const headersOf = (message: AlertMessage) => ({
  'content-type': 'application/octet-stream',
  'content-encoding': 'aes128gcm',
  ttl: message.ttl,
  urgency: message.urgent ? 'high' : message.silent ? 'low' : 'normal',
  topic: message.tag,
})

const encrypted = (text: string, { keys }: PushSubscription): Buffer | null => {
  try {
    return webPush.encrypt(keys.p256dh, keys.auth, text, 'aes128gcm').cipherText
  } catch {
    // They came from a browser, or from whoever said that they were one; what is wrong with them is theirs to know.
    return null
  }
}
