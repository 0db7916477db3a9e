import { z } from 'zod'
import { type Delivery, OutboxRow } from '../alert/message.ts'
import { Subscription } from '../alert/subscription.ts'
import { Instant } from '../instant.ts'

/** What a browser subscribes with. */
export const PushKeyAnswer = z.strictObject({ key: z.string() })

/** A subscription without what would let another send there. */
export const SubscriptionAnswer = Subscription.omit({
  tokenHash: true,
  secret: true,
  run: true,
}).extend({
  channel: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('webpush'), host: z.string() }),
    z.strictObject({
      type: z.literal('webhook'),
      host: z.string(),
      form: z.enum(['signed', 'chat']),
    }),
    z.strictObject({ type: z.literal('screen') }),
  ]),
})

/** Token and secret are shown here, and never again. */
export const SubscribedAnswer = z.strictObject({
  id: Subscription.shape.id,
  token: z.string(),
  secret: z.string().nullable(),
  subscription: SubscriptionAnswer,
})

export const SubscriptionsAnswer = z.strictObject({ subscriptions: z.array(SubscriptionAnswer) })

export const TestSentAnswer = z.strictObject({ alert: z.string() })

export const DeliveryAnswer = OutboxRow.extend({
  acknowledged: Instant.nullable(),
}) satisfies z.ZodType<Delivery>

export const DeliveriesAnswer = z.strictObject({ deliveries: z.array(DeliveryAnswer) })
