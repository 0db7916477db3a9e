import { AlertRules } from '@night/shared/alert/rules'
import {
  type Channel,
  type Subscription,
  SubscriptionChange,
} from '@night/shared/alert/subscription'
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { bearer, type DeskPerson } from '../access.ts'
import { bodyOf, isOfNight, notOfNight } from '../guard.ts'
import { formWords } from '../form-words.ts'
import { type Refusal, refuse } from '../problems.ts'
import { addressFault } from './address.ts'
import { rulesFault } from './night-rules.ts'
import { createOwner, isDeskOf, onlyTheDesk } from './owner.ts'
import type { AlertParts } from './parts.ts'
import { type Kept, listOf, remove, replace } from './store.ts'
import { viewOf } from './view.ts'

/** One's own subscription: looked at, changed, ended; and the desk's list of a night. [ALR41 ALR42 ALR44] */
export const createSubscriptions = (parts: AlertParts): Router => {
  const { guard, access, redis } = parts
  const owner = createOwner(redis, access)
  return Router()
    .get('/alerts/subscriptions', guard.desk(list(parts)))
    .get(
      '/alerts/subscriptions/:id',
      owner(async (_request, response, { subscription }) => {
        response.json(viewOf(subscription))
      }),
    )
    .patch(
      '/alerts/subscriptions/:id',
      owner(async (request, response, kept) => {
        const change = bodyOf(SubscriptionChange, request, response)
        if (!change) return
        const token = bearer(request.headers.authorization)
        const isDesk = await isDeskOf(access, token, kept.subscription.night)
        const now = await changed(parts, kept, { ...change, isDesk })
        if ('code' in now) return refuse(response, now.code, now.detail)
        if (await replace(redis, kept, now)) response.json(viewOf(now))
        else refuse(response, 'changed-meanwhile', 'It was changed at the same moment. Try again.')
      }),
    )
    .delete(
      '/alerts/subscriptions/:id',
      owner(async (_request, response, { subscription }) => {
        await remove(redis, subscription)
        response.status(204).end()
      }),
    )
}

export const SubscriptionsQuery = z.object({
  night: z.string().describe('An open night’s id.'),
})

const list =
  ({ nights, redis }: AlertParts) =>
  async (request: Request, response: Response, who: DeskPerson): Promise<void> => {
    const { data: query } = SubscriptionsQuery.safeParse(request.query)
    const open = query ? await nights.findOpen(query.night) : null
    if (!open) return refuse(response, 'no-such-thing', 'Say which open night: ?night=…')
    if (!isOfNight(who, open.id)) {
      const { code, detail } = notOfNight(who)
      return refuse(response, code, detail)
    }
    const subscriptions = await listOf(redis, open.mode, open.id)
    response.json({ subscriptions: subscriptions.map(viewOf) })
  }

/** Rule by rule: what is not named stays. An address that is given anew begins again where it had ended. */
const changed = async (
  { nights, trustedOrigins }: AlertParts,
  { subscription }: Kept,
  {
    rules,
    channel = subscription.channel,
    isDesk,
  }: SubscriptionChange & { readonly isDesk: boolean },
): Promise<Subscription | Refusal> => {
  const merged = AlertRules.safeParse({ ...subscription.rules, ...rules })
  if (!merged.success) return { code: 'does-not-fit', detail: formWords(merged.error) }
  const night = await nights.find(subscription.night)
  const unknown = night && rulesFault(named(merged.data, rules), night.definition)
  if (unknown !== null) return { code: 'does-not-fit', detail: unknown }
  if (kindOf(channel) !== kindOf(subscription.channel)) {
    return { code: 'does-not-fit', detail: 'Another kind of channel is another subscription.' }
  }
  const isGiven = channel !== subscription.channel
  if (isGiven && channel.type === 'webhook' && !isDesk) return onlyTheDesk
  const fault = addressFault(channel, trustedOrigins)
  if (fault !== null) return { code: 'does-not-fit', detail: fault }
  const ended = isGiven ? null : subscription.ended
  return { ...subscription, rules: merged.data, channel, ended }
}

/** What stands already is not looked at again: it hinders no other change. */
const named = (
  { seats, gains }: AlertRules,
  change: SubscriptionChange['rules'] = {},
): Partial<AlertRules> => ({
  ...('seats' in change && { seats }),
  ...('gains' in change && { gains }),
})

/** A receiver of signed messages was given a secret, and one of chat messages none. */
const kindOf = (channel: Channel): string =>
  channel.type === 'webhook' ? channel.form : channel.type
