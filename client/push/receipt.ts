import type { AlertMessage } from '@night/shared/alert/message'
import { subscriptionFor } from '../my/alerts/subscription-store.ts'
import { createTalk } from '../parts/talk.ts'

/** Says that this phone has shown it. Without a signal nobody is told, and the log says "not confirmed". [ALR64] */
export const sendReceipt = async ({ night, id }: AlertMessage): Promise<void> => {
  const subscription = await subscriptionFor(night)
  if (!subscription) return
  const talk = createTalk(() => subscription.token)
  await talk.post(`/api/alerts/subscriptions/${subscription.id}/receipts`, { alert: id })
}
