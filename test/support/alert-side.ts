import { AlertRules } from '@night/shared/alert/rules'
import type { Delivery } from '@night/shared/alert/message'
import { NewSubscription, SubscriptionChange } from '@night/shared/alert/subscription'
import type { Page, Route } from 'playwright-core'
import { alertOf } from './alert.ts'

/** A public key as a house has one. */
const key =
  'BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U'

const tokenOf = (id: string): string => `sub_${id}`

/** A line of a phone's log. */
export const deliveryOf = (changes: Partial<Delivery> = {}): Delivery => ({
  message: alertOf(),
  state: 'sent',
  tries: 1,
  why: null,
  times: {
    declared: '2023-10-20T01:45:00.000Z',
    computed: '2023-10-20T01:45:03.000Z',
    queued: '2023-10-20T01:45:03.100Z',
    sent: '2023-10-20T01:45:03.300Z',
  },
  acknowledged: null,
  ...changes,
})

const viewOf = (id: string, { night, channel, rules }: NewSubscription) => ({
  id,
  night,
  mode: 'live',
  channel: { type: channel.type },
  rules,
  name: '',
  createdAt: '2023-10-19T21:00:00.000Z',
  since: 0,
  ended: null as { at: string; why: string } | null,
})

/**
 * The server's half of alerts in a page's network, so that a test says what became of an alert: it takes what the
 * contract takes, knows nothing without the phone's own token, and does not answer while it is `away`.
 */
export const answerAlerts = async (page: Page) => {
  const side = {
    isAway: false,
    hasPush: true,
    /** The phone's, while it has one. */
    subscription: null as ReturnType<typeof viewOf> | null,
    /** Of the one before, that the phone gave up. */
    removed: [] as string[],
    deliveries: [] as Delivery[],
    /** The addresses that it was given, the first first. */
    endpoints: [] as string[],
    receipts: [] as unknown[],
    asked: [] as string[],
  }
  let made = 0
  const create = (body: unknown) => {
    const wanted = NewSubscription.parse(body)
    note(wanted.channel)
    const id = `phone${String((made += 1)).padStart(7, '0')}`
    side.subscription = viewOf(id, wanted)
    const token = tokenOf(id)
    return [201, { id, token, secret: null, subscription: side.subscription }] as const
  }
  const note = (channel: NewSubscription['channel']): void => {
    if (channel.type === 'webpush') side.endpoints.push(channel.subscription.endpoint)
  }
  const change = (subscription: NonNullable<typeof side.subscription>, body: unknown) => {
    const { rules, channel } = SubscriptionChange.parse(body)
    if (channel) note(channel)
    side.subscription = {
      ...subscription,
      ...(channel && { channel: { type: channel.type } }),
      rules: AlertRules.parse({ ...subscription.rules, ...rules }),
    }
    return [200, side.subscription] as const
  }
  const answer = (asked: string, body: unknown, bearer: string | undefined) => {
    if (asked === 'GET key') {
      return side.hasPush ? ([200, { key }] as const) : refusal(409, 'push-off')
    }
    if (asked === 'POST subscriptions') return create(body)
    const { subscription } = side
    const [, id = ''] = /\/(\w{12})/.exec(asked) ?? []
    if (bearer !== `Bearer ${tokenOf(id)}`) return refusal(401, 'no-token')
    if (asked.startsWith('DELETE')) {
      side.removed.push(id)
      if (subscription?.id === id) side.subscription = null
      return [204, {}] as const
    }
    if (subscription?.id !== id) return refusal(404, 'no-such-thing')
    switch (asked.replace(`/${id}`, '')) {
      case 'GET subscriptions':
        return [200, subscription] as const
      case 'PATCH subscriptions':
        return change(subscription, body)
      case 'POST subscriptions/test':
        return [202, { alert: 'test-1' }] as const
      case 'GET subscriptions/deliveries':
        return [200, { deliveries: side.deliveries }] as const
      case 'POST subscriptions/receipts':
        side.receipts.push(body)
        return [204, {}] as const
      case undefined:
      default:
        return refusal(404, 'no-such-thing')
    }
  }
  await page.context().route('**/api/alerts/**', async (route) => {
    const request = route.request()
    const asked = `${request.method()} ${new URL(request.url()).pathname.slice('/api/alerts/'.length)}`
    side.asked.push(asked)
    if (side.isAway) return route.abort()
    const body: unknown = request.postDataJSON()
    await reply(route, answer(asked, body, request.headers()['authorization']))
  })
  return side
}
export type AlertSide = Awaited<ReturnType<typeof answerAlerts>>

const refusal = (status: number, code: string) => [status, { code, detail: 'Not here.' }] as const

const reply = (route: Route, [status, body]: readonly [number, object]): Promise<void> =>
  status === 204
    ? route.fulfill({ status })
    : route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) })
