import {
  anySubscription,
  keepInStore,
  subscriptionsInStore,
} from '../my/alerts/subscription-store.ts'
import { channelOf, keyBytes } from '../parts/push.ts'
import { createTalk } from '../parts/talk.ts'
import { type ChangeWork, scope } from './scope.ts'

/** A browser that changes its address on its own: every night that sends to the old one is told. [ALR66] */
export const renewSubscriptions = async (event: ChangeWork): Promise<void> => {
  const fresh = event.newSubscription ?? (await subscribeAgain(event.oldSubscription))
  const channel = fresh && channelOf(fresh)
  if (!channel) return
  for (const subscription of await subscriptionsInStore()) {
    if (subscription.endpoint === null) continue
    const talk = createTalk(() => subscription.token)
    const path = `/api/alerts/subscriptions/${subscription.id}`
    const told = await talk.patch(path, { channel })
    // What was not told is told when the page is opened next, since the page compares.
    if (told.ok) {
      await keepInStore({ ...subscription, endpoint: channel.subscription.endpoint })
    }
  }
}

const subscribeAgain = async (
  old: PushSubscription | null | undefined,
): Promise<PushSubscription | null> => {
  const key = old?.options.applicationServerKey ?? (await keyOfTheHouse())
  if (key === null) return null
  const wish = { userVisibleOnly: true, applicationServerKey: key }
  return scope.registration.pushManager.subscribe(wish)
}

const keyOfTheHouse = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
  const own = await anySubscription()
  const told = await createTalk(() => own?.viewToken).get<{ readonly key: string }>(
    '/api/alerts/key',
  )
  return told.ok ? keyBytes(told.answer.key) : null
}
