import type { Delivery } from '@night/shared/alert/message'
import type { AlertRules } from '@night/shared/alert/rules'
import type { Channel, Subscription } from '@night/shared/alert/subscription'
import { createTalk, type Told } from '../../parts/talk.ts'
import type { OwnSubscription } from './subscription-store.ts'

/** A subscription as the server tells of it: without keys. */
export type SubscriptionView = Omit<Subscription, 'channel' | 'tokenHash' | 'secret' | 'run'> & {
  readonly channel: { readonly type: Channel['type']; readonly host?: string }
}

type Change = { readonly rules?: Partial<AlertRules>; readonly channel?: Channel }

type Made = {
  readonly id: string
  readonly token: string
  readonly subscription: SubscriptionView
}

export type ServerSide = {
  readonly key: () => Promise<Told<{ readonly key: string }>>
  readonly create: (channel: Channel, rules: AlertRules) => Promise<Told<Made>>
  readonly read: () => Promise<Told<SubscriptionView>>
  readonly change: (change: Change) => Promise<Told<SubscriptionView>>
  readonly remove: () => Promise<Told<object>>
  readonly test: () => Promise<Told<object>>
  readonly deliveries: () => Promise<Told<{ readonly deliveries: readonly Delivery[] }>>
}

type Whose = {
  readonly night: string
  readonly viewToken: string | undefined
  /** The phone's own, at that moment. */
  readonly own: () => OwnSubscription | null
}

const all = '/api/alerts/subscriptions'

/** What a phone asks of the server: as a reader where it has no subscription yet, then as its owner. */
export const createServerSide = ({ night, viewToken, own }: Whose): ServerSide => {
  const reader = createTalk(() => viewToken)
  const owner = createTalk(() => own()?.token)
  const path = (more = ''): string => `${all}/${own()?.id ?? '-'}${more}`
  return {
    key: () => reader.get('/api/alerts/key'),
    create: (channel, rules) => reader.post(all, { night, channel, rules }),
    read: () => owner.get(path()),
    change: (change) => owner.patch(path(), change),
    remove: () => owner.remove(path()),
    test: () => owner.post(path('/test'), {}),
    deliveries: () => owner.get(path('/deliveries')),
  }
}
