import * as alert from '@night/shared/answer/alert'
import { NewSubscription, SubscriptionChange } from '@night/shared/alert/subscription'
import { Receipt } from '../../alerts/alert-log.ts'
import { SubscriptionsQuery } from '../../alerts/subscriptions.ts'
import type { Answer, Group } from '../route.ts'

const all = '/api/alerts/subscriptions'
const one = `${all}/{id}` as const

const shown: Answer = {
  status: 200,
  about: 'The subscription, without what would let another send there.',
  body: { json: alert.SubscriptionAnswer, example: 'subscription' },
}

export const alerts: Group = {
  name: 'Alerts',
  about:
    'A reporter’s phone, a page, or a receiver that wants to be woken, each by rules of its own.',
  routes: [
    {
      id: 'readPushKey',
      method: 'get',
      path: '/api/alerts/key',
      summary: 'The key that a browser subscribes to web push with',
      who: 'reader',
      answers: [
        { status: 200, about: 'The key.', body: { json: alert.PushKeyAnswer, example: 'pushKey' } },
      ],
      refuses: ['push-off'],
    },
    {
      id: 'subscribe',
      method: 'post',
      path: all,
      summary: 'A new subscription to one night',
      more: 'Webhooks are for the desk only. One address may make twenty a minute; the desk as many as it likes.',
      who: 'reader',
      body: { json: NewSubscription, example: 'newSubscription' },
      answers: [
        {
          status: 201,
          about: 'Its token, and a signed webhook’s secret, shown once.',
          body: { json: alert.SubscribedAnswer, example: 'subscribed' },
        },
      ],
      refuses: ['not-allowed', 'no-such-thing', 'push-off', 'too-many'],
    },
    {
      id: 'listSubscriptions',
      method: 'get',
      path: all,
      summary: 'All subscriptions of a night, the newest first',
      who: 'desk',
      query: SubscriptionsQuery,
      answers: [
        {
          status: 200,
          about: 'The subscriptions.',
          body: { json: alert.SubscriptionsAnswer, example: 'subscriptions' },
        },
      ],
      refuses: ['no-such-thing'],
    },
    {
      id: 'readSubscription',
      method: 'get',
      path: one,
      summary: 'One subscription',
      who: 'subscriber',
      answers: [shown],
    },
    {
      id: 'changeSubscription',
      method: 'patch',
      path: one,
      summary: 'Changes its rules, one by one, or its address',
      who: 'subscriber',
      body: { json: SubscriptionChange, example: 'subscriptionChange' },
      answers: [shown],
      refuses: ['changed-meanwhile'],
    },
    {
      id: 'unsubscribe',
      method: 'delete',
      path: one,
      summary: 'Ends a subscription; nothing of it stays',
      who: 'subscriber',
      answers: [{ status: 204, about: 'It is gone.' }],
    },
    {
      id: 'sendTestAlert',
      method: 'post',
      path: `${one}/test`,
      summary: 'Sends one alert to try the way; six a minute',
      who: 'subscriber',
      answers: [
        {
          status: 202,
          about: 'The id of the alert.',
          body: { json: alert.TestSentAnswer, example: 'testSent' },
        },
      ],
      refuses: ['too-many'],
    },
    {
      id: 'listDeliveries',
      method: 'get',
      path: `${one}/deliveries`,
      summary: 'What was sent there, and what became of it; at most 200, the newest first',
      who: 'subscriber',
      answers: [
        {
          status: 200,
          about: 'The deliveries.',
          body: { json: alert.DeliveriesAnswer, example: 'deliveries' },
        },
      ],
    },
    {
      id: 'acknowledge',
      method: 'post',
      path: `${one}/receipts`,
      summary: 'The device says that it has an alert',
      who: 'subscriber',
      body: { json: Receipt, example: 'receipt' },
      answers: [{ status: 204, about: 'Noted; only the first time counts.' }],
    },
  ],
}
