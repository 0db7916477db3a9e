import { isDeepStrictEqual } from 'node:util'
import type { AlertMessage } from '@night/shared/alert/message'
import { AlertRules } from '@night/shared/alert/rules'
import type { Subscription } from '@night/shared/alert/subscription'
import { canaryKey } from '@night/shared/names'
import { type Clock, instant } from '@night/shared/time'
import type { Logger } from 'pino'
import { createBeat } from '../beat.ts'
import { sha256 } from '../sha256.ts'
import type { CanaryReceiver } from './canary-receiver.ts'
import type { Sender } from './sender.ts'

type Parts = {
  readonly receiver: CanaryReceiver
  /** Sends it by the way that all alerts go. */
  readonly fly: (subscription: Subscription, message: AlertMessage) => Promise<void>
  readonly redis: {
    readonly hset: (key: string, field: string, value: string) => Promise<unknown>
  }
  readonly clock: Clock
  readonly log: Logger
  /** A text that nobody guesses, of small letters and digits, 12 or more. */
  readonly newId: () => string
}

/** Milliseconds: from one flight to the next, and how long one may take before somebody should look. */
const every = 180_000
const patience = 60_000

/** Where it lives: a night that nobody opens. It is live, since nothing else leaves the house. */
const home = { night: 'canary', mode: 'live' } as const

type Flight = {
  readonly message: AlertMessage
  readonly at: number
  readonly state: 'out' | 'lost' | 'home'
}

/**
 * One step of the canary: a subscription of the house's own that shows every three minutes, on a night on which nothing
 * is declared too, that an alert comes through queue, encryption and sender to a device that can read it. [ALR30]
 */
export const createFlights = (parts: Parts) => {
  const { receiver, fly, redis, clock, log } = parts
  const subscription = canarySubscription(parts)
  let flight: Flight | null = null

  receiver.listen((message) => {
    if (!flight || !isDeepStrictEqual(message, flight.message)) {
      log.warn({ alert: message.id }, 'a canary came home that was not sent, or not so')
      return
    }
    const now = clock.now()
    if (flight.state === 'lost')
      log.info({ after: now - flight.at }, 'the canary is home after all')
    flight = { ...flight, state: 'home' }
    note('acknowledged', now)
  })

  const note = (what: 'sent' | 'acknowledged', at: number): void =>
    void redis
      .hset(canaryKey, what, instant(at))
      .catch((fault: unknown) => log.warn({ fault: String(fault) }, 'could not note the canary'))

  return async (): Promise<void> => {
    const now = clock.now()
    // A clock that was set back has no flight in what is to come.
    const since = flight ? Math.abs(now - flight.at) : Infinity
    if (flight?.state === 'out' && since >= patience) {
      flight = { ...flight, state: 'lost' }
      log.warn({ sent: instant(flight.at) }, 'the canary has not come home: alerts may not arrive')
    }
    if (since < every) return
    const message = canaryMessage(parts.newId(), now)
    flight = { message, at: now, state: 'out' }
    note('sent', now)
    await fly(subscription, message)
  }
}

/** The canary, looked after every five seconds. Its receiver is closed with it. */
export const createCanary = (parts: Parts) => {
  const beat = createBeat(5003, createFlights(parts), (fault) =>
    parts.log.warn({ fault: String(fault) }, 'the canary could not fly'),
  )
  return {
    close: async () => {
      await beat.close()
      await parts.receiver.close()
    },
  }
}

/** A canary comes home to the worker that sent it: what another worker let fly is left to that one. */
export const leavingForeign = (sender: Sender, receiver: CanaryReceiver | null): Sender => ({
  ...sender,
  send: async (message, subscription) => {
    const { night, channel } = subscription
    const isForeign =
      night === home.night &&
      channel.type === 'webpush' &&
      channel.subscription.endpoint !== receiver?.subscription.endpoint
    if (!isForeign) return sender.send(message, subscription)
    return { outcome: 'later', words: 'This is another worker’s canary.', after: null }
  },
})

const canaryMessage = (id: string, now: number): AlertMessage => ({
  ...home,
  id: `canary-${id}`,
  kind: 'test',
  seq: 0,
  tag: 'canary',
  title: 'Canary',
  body: `${id} is on its way.`,
  path: '/',
  at: instant(now),
  update: true,
  silent: true,
  urgent: false,
  ttl: patience / 1000,
})

const canarySubscription = ({ receiver, clock, newId }: Parts): Subscription => ({
  ...home,
  id: newId().slice(0, 12),
  channel: { type: 'webpush', subscription: receiver.subscription },
  rules: AlertRules.parse({}),
  name: 'Canary',
  createdAt: instant(clock.now()),
  since: 0,
  run: 1,
  tokenHash: sha256(newId()),
  secret: null,
  ended: null,
})
