import type { AlertMessage } from '@night/shared/alert/message'
import type { Channel, Subscription } from '@night/shared/alert/subscription'
import type { Clock } from '@night/shared/time'
import { chatBody } from '../chat.ts'
import { answerToOutcome } from '../outcome.ts'
import type { Pace } from '../pace.ts'
import type { Letter, Post } from '../post.ts'
import type { Sender } from '../sender.ts'
import { signedHeaders } from '../signature.ts'

type Form = Extract<Channel, { type: 'webhook' }>['form']

type Parts = {
  readonly post: Post
  readonly clock: Clock
  readonly paces: Readonly<Record<Form, Pace>>
}

const receiver = { name: 'The receiver', goneAt: [410], gone: 'wants nothing more' }

/** A call to an address: signed for a program, or as a line in a chat. An address not found may be found again. */
export const createWebhook = ({ post, clock, paces }: Parts): Sender => ({
  send: async (message, subscription) => {
    const { channel } = subscription
    if (channel.type !== 'webhook') throw new Error(`${channel.type} is no webhook.`)
    const url = new URL(channel.url)
    const key = channel.form === 'chat' ? url.href : url.origin
    return paces[channel.form](key, async () => {
      const letter = letters[channel.form](message, subscription, clock.now())
      if (letter === null) return { outcome: 'refused', words: 'This webhook has no secret.' }
      return answerToOutcome(await post.post(url, letter), receiver)
    })
  },
  close: () => Promise.resolve(post.close()),
})

type Write = (message: AlertMessage, subscription: Subscription, now: number) => Letter | null

const json = { 'content-type': 'application/json; charset=utf-8' }

/** Each form as it is written; the hour at which it is sent is in the signature, so that an old one is known. */
const letters: Readonly<Record<Form, Write>> = {
  chat: (message) => ({ headers: json, body: chatBody(message) }),
  signed: (message, { id, secret }, now) => {
    const body = JSON.stringify({
      type: `alert.${message.kind}`,
      timestamp: message.at,
      data: message,
    })
    const timestamp = Math.floor(now / 1000)
    const headers = signedHeaders(secret, { id: `${id}.${message.id}`, timestamp, body })
    return headers && { headers: { ...json, ...headers }, body }
  },
}
