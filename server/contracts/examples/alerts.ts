const id = 'k3v9q0z7m2xa'

const rules = {
  seats: ['E14000986'],
  atCount: true,
  gains: { parties: ['lab'], regions: [] },
  everyResult: false,
  upsets: true,
  keySeats: true,
  records: true,
  milestones: true,
  desk: true,
  quiet: null,
  mostInAnHour: 20,
  mutedUntil: null,
}

const subscription = {
  night: 'tamworth-tonight',
  channel: { type: 'screen' },
  rules,
  name: 'Ann',
  id,
  mode: 'rehearsal',
  createdAt: '2023-10-19T21:10:00.000Z',
  since: 1,
  ended: null,
} as const

const delivery = {
  message: {
    id: 'decl-E14000986-1',
    kind: 'result',
    night: 'tamworth-tonight',
    mode: 'rehearsal',
    seq: 2,
    tag: 'E14000986',
    title: 'REHEARSAL LAB GAIN Tamworth from CON',
    body: 'Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%.',
    path: '/my?night=tamworth-tonight',
    at: '2023-10-20T01:45:00.000Z',
    update: false,
    silent: false,
    urgent: true,
    ttl: 3600,
  },
  state: 'sent',
  tries: 1,
  why: null,
  times: {
    declared: '2023-10-20T01:45:00.000Z',
    computed: '2023-10-20T01:45:00.120Z',
    queued: '2023-10-20T01:45:00.131Z',
    sent: '2023-10-20T01:45:00.402Z',
  },
  acknowledged: '2023-10-20T01:45:01.007Z',
} as const

/** A reporter at the count in Tamworth. */
export const alertExamples = {
  pushKey: {
    key: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
  },
  newSubscription: {
    night: 'tamworth-tonight',
    channel: { type: 'screen' },
    rules: { seats: ['E14000986'], atCount: true, gains: { parties: ['lab'] }, mostInAnHour: 20 },
    name: 'Ann',
  },
  subscribed: {
    id,
    token: `rns_${id}_shown-once-and-kept-by-nobody`,
    secret: null,
    subscription,
  },
  subscription,
  subscriptions: { subscriptions: [subscription] },
  subscriptionChange: { rules: { quiet: { from: '03:00', to: '06:30' } } },
  testSent: { alert: 'test-3f0c2a51-7a0e-4d53-9f0b-5b7d6a1c2e44' },
  deliveries: { deliveries: [delivery] },
  receipt: { alert: 'decl-E14000986-1' },
} as const
