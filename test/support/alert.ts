import type { AlertMessage } from '@night/shared/alert/message'
import { AlertRules } from '@night/shared/alert/rules'
import type { Channel, Subscription } from '@night/shared/alert/subscription'

/** Tamworth's alert, as a device gets it. */
export const alertOf = (changes: Partial<AlertMessage> = {}): AlertMessage => ({
  id: 'result-E14000986-1',
  kind: 'result',
  night: '2023-10-19-by-elections',
  mode: 'live',
  seq: 2,
  tag: 'seat-E14000986',
  title: 'LAB GAIN Tamworth from CON',
  body: 'Majority 1,316. Swing 23.9 points Con to Lab. Turnout 35.9%.',
  path: '/seat/E14000986?night=2023-10-19-by-elections',
  at: '2023-10-20T01:45:00.000Z',
  update: false,
  silent: false,
  urgent: false,
  ttl: 900,
  ...changes,
})

/** A subscription to it by a channel. */
export const subscriptionOf = (
  channel: Channel,
  changes: Partial<Subscription> = {},
): Subscription => ({
  id: 'abcdefgh1234',
  night: '2023-10-19-by-elections',
  mode: 'live',
  channel,
  rules: AlertRules.parse({}),
  name: 'Night desk',
  createdAt: '2023-10-19T21:00:00.000Z',
  since: 0,
  run: 1,
  tokenHash: '0'.repeat(64),
  secret: null,
  ended: null,
  ...changes,
})
