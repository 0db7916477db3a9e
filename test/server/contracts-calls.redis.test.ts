import { QueuedAnswer } from '@night/shared/answer/fate'
import { expect, test } from 'vitest'
import { push, screen, subscribed } from '../support/alert-door.ts'
import type { Call } from '../support/call.ts'
import { checkedCaller, type Seen } from '../support/checked-call.ts'
import { contracts, operationsOf } from '../support/contract.ts'
import { createDesk } from '../support/desk.ts'
import { openHouse, openServer } from '../support/house.ts'
import { declarationOf, midBedfordshire, nightName, october, tamworth } from '../support/night.ts'

type Person = { readonly call: Call; readonly desk: ReturnType<typeof createDesk> }
type Sent = { readonly path: string; readonly body?: unknown }

/** Everything that is read of a night, open or recorded. */
const read = async (call: Call, night: string): Promise<void> => {
  const rest = ['', '/board', '/events', '/night.ndjson', '/corrections', '/corrections.atom']
  for (const one of rest) await call('GET', `/api/nights/${night}${one}`)
  for (const one of ['results.csv', 'feed.atom', 'schedule.ics'])
    await call('GET', `/api/nights/${night}/${one}`)
  await call('GET', `/api/nights/${night}/board?at=2023-10-20T01:45:00Z`)
}

/** The house, read from end to end. */
const readHouse = async (call: Call): Promise<void> => {
  const house = ['/health/live', '/health/ready', '/metrics', '/api/health', '/api/nights']
  const contract = ['/api/openapi.json', '/api/asyncapi.yaml', '/api/docs']
  for (const path of [...house, ...contract, '/api/me']) await call('GET', path)
  await read(call, october)
}

/** A hall that declares, errs, is held back; a desk that says all it can. */
const rehearse = async ({ call, desk }: Person, night: string): Promise<void> => {
  const path = `/api/nights/${night}/declarations`
  const [right, other] = await Promise.all([
    declarationOf(october, tamworth),
    declarationOf(october, midBedfordshire),
  ])
  const hall = await desk.officer({ name: 'Hall', nights: [night], constituencies: [tamworth] })
  const ann = await desk.editor('Ann', night)
  const sends = async (wrong: object, who = call.as(hall.token)): Promise<string> => {
    const { body } = await who('POST', path, { ...right, ...wrong })
    const { id } = QueuedAnswer.parse(body)
    await desk.decided(night, id)
    return id
  }
  const reason = { reason: 'The hall has confirmed it.' }
  const firm = await sends({ valid: 25_596 })
  await call('POST', `${path}/${firm}/release`, reason)
  const own = await sends({ majority: 1317 }, call.as(ann.token))
  await call.as(ann.token)('POST', `${path}/${own}/release`, reason)
  await call('GET', `/api/nights/${night}/held`)
  await call('POST', `${path}/${own}/release`, {})
  await call('POST', `${path}/${own}/release`, reason)
  await call('POST', `${path}/${firm}/reject`, reason)
  await call('POST', `${path}/${firm}/reject`, reason)
  await desk.decided(night, firm)
  await desk.reached(night, 2)
  await call.as(hall.token)('POST', path, other)
  await call.as(hall.token)('POST', path, { votse: 1 })
  await call.as(hall.token)('POST', path, '{')
  await call('POST', path, JSON.stringify({ votes: 'x'.repeat(40_000) }))
  await call('POST', path, { ...right, constituency: 'E14000530' })
  await call('POST', path, { ...right, declaredAt: '2023-10-19T12:00:00Z' })
  await call('GET', `/api/nights/${night}/refusals`)
  await call('GET', `/api/nights/${night}/constituencies/${tamworth}/reach`)
  await call.as(hall.token)('GET', `/api/nights/${night}/constituencies/${midBedfordshire}/reach`)
  await call('GET', '/api/officers')
  await call('DELETE', `/api/officers/${hall.id}`)
  await call('DELETE', `/api/officers/${hall.id}`)
  await call.as(hall.token)('POST', path, right)
}

const deskSays = async ({ call, desk }: Person, night: string): Promise<void> => {
  const { seq } = await desk.events(night)
  const said: Sent[] = [
    { path: 'notes', body: { text: 'It rains in Tamworth.' } },
    { path: 'status', body: { constituency: midBedfordshire, status: 'recount' } },
    { path: 'flashes', body: { constituency: midBedfordshire, candidate: 'alistair-strathern' } },
    {
      path: 'withdrawals',
      body: { constituency: tamworth, revision: 1, reason: 'Not that seat.' },
    },
    { path: 'closing', body: {} },
  ]
  for (const [place, { path, body }] of said.entries()) {
    await call('POST', `/api/nights/${night}/${path}`, body)
    await desk.reached(night, seq + place + 1)
  }
  const note = { text: 'x', constituency: 'E14000530' }
  for (const [where, body] of [
    [night, note],
    [night, {}],
    [october, { text: 'x' }],
    ['no-such-night', { text: 'x' }],
  ] as const)
    await call('POST', `/api/nights/${where}/notes`, body)
}

const goLive = async ({ call, desk }: Person): Promise<void> => {
  const night = nightName()
  const opening = { id: night, mode: 'live', from: october }
  await call('POST', '/api/nights', opening)
  await call('POST', '/api/nights', opening)
  await call('POST', '/api/nights', { ...opening, from: 'no-such-night' })
  await call('POST', '/api/nights', { id: night })
  const arming = `/api/nights/${night}/arming`
  const right = await declarationOf(october, tamworth)
  await call('POST', `/api/nights/${night}/declarations`, right)
  await call('POST', `/api/nights/${night}/flashes`, { constituency: tamworth, candidate: 'x' })
  await call('GET', arming)
  await call('GET', `/api/nights/${october}/arming`)
  await call('POST', arming, { phrase: 'go live' })
  const phrase = { phrase: `GO LIVE ${night}` }
  await call('POST', arming, phrase)
  const { token } = await desk.editor('Ann', night)
  await call.as(token)('POST', arming, phrase)
  await call('POST', `/api/nights/${october}/arming`, phrase)
  const late = new Date(Date.now() + 3_600_000).toISOString()
  await call('POST', `/api/nights/${night}/declarations`, { ...right, declaredAt: late })
}

const replay = async ({ call, desk }: Person): Promise<void> => {
  const { id, night } = await desk.replay({ of: october, speed: 1, to: '2023-10-20T02:00:00Z' })
  const one = `/api/replays/${id}`
  await call('POST', '/api/replays', { id, of: october, speed: 1 })
  await call('POST', '/api/replays', { of: 'no-such-night', speed: 1 })
  await call('GET', '/api/replays')
  await call('GET', one)
  await call('PATCH', one, { playing: false, control: 'take' })
  const { token } = await desk.editor('Ann', night)
  await call.as(token)('PATCH', one, { playing: true })
  await call('PATCH', one, { speed: 0 })
  await call('POST', `${one}/step`)
  await desk.reached(night, 2)
  await read(call, night)
  await call('DELETE', one)
  for (const method of ['GET', 'DELETE']) await call(method, one)
  await call('POST', `${one}/step`)
}

const alert = async ({ call }: Person, night: string): Promise<void> => {
  const all = '/api/alerts/subscriptions'
  await call('GET', '/api/alerts/key')
  const hook = { type: 'webhook', url: 'https://hooks.example.com/a' }
  for (const channel of [screen, hook, push('https://push.example.com/a')])
    await subscribed(call, { night, channel })
  await call.as(null)('POST', all, { night, channel: hook })
  await call('POST', all, { night: 'no-such-night', channel: screen })
  await call('GET', `${all}?night=${night}`)
  await call('GET', all)
  const { id, token } = await subscribed(call, { night, channel: screen, rules: { seats: [] } })
  const own = call.as(token)
  await own('PATCH', `${all}/${id}`, { rules: { everyResult: true } })
  await own('PATCH', `${all}/${id}`, { rules: { everyResult: 1 } })
  const { body } = await own('POST', `${all}/${id}/test`)
  await own('POST', `${all}/${id}/receipts`, body)
  await own('POST', `${all}/${id}/receipts`, { alert: 'never-sent' })
  for (const rest of ['', '/deliveries']) await own('GET', `${all}/${id}${rest}`)
  for (let turn = 0; turn < 6; turn += 1) await own('POST', `${all}/${id}/test`)
  await call.as(null)('GET', `${all}/${id}`)
  await call.as('rns_wrong')('GET', `${all}/${id}`)
  for (const method of ['DELETE', 'GET']) await own(method, `${all}/${id}`)
}

test('[API2] what the house answers is what its contract says of that status, key by key, at every address', async () => {
  const { document } = await contracts()
  const seen: Seen = new Set()
  const house = await openHouse({ VAPID_SUBJECT: 'mailto:desk@newsroom.example' })
  const call = checkedCaller(document, house.call, seen)
  const person = { call, desk: createDesk(call) }
  const night = await person.desk.open(october)
  await readHouse(call)
  await rehearse(person, night)
  await alert(person, night)
  await deskSays(person, night)
  await read(call, night)
  await goLive(person)
  await replay(person)
  for (const token of [null, 'rno_a1b2c3d4_wrong']) await call.as(token)('GET', '/api/me')

  const elsewhere = { ...house.environment, VIEW_TOKEN: 'rnv_the-view-token-of-the-tests' }
  const closed = checkedCaller(document, (await openServer(elsewhere)).call, seen)
  for (const { path, method } of operationsOf(document).filter(({ method }) => method === 'get'))
    await closed.as(null)(method, path.replaceAll(/\{\w+\}/g, 'some'))

  const succeeded = new Set([...seen].map((one) => /^(\w+) 2/.exec(one)?.[1]))
  const all = operationsOf(document).map(({ operation }) => operation.operationId)
  expect(all.filter((id) => !succeeded.has(id))).toEqual([])
  const refused = new Set([...seen].flatMap((one) => /[45]\d\d (\S+)$/.exec(one)?.[1] ?? []))
  expect([...refused].toSorted()).toEqual(provoked.trim().split(/\s+/).toSorted())
}, 120_000)

/** The other refusals need a Redis that is away, a full disk, or two people at one moment: other tests have those. */
const provoked = `
  not-json no-token not-allowed no-such-thing exists-already too-large
  does-not-fit second-person not-armed not-live wrong-phrase not-held
  cannot-be-released no-such-contest before-polls-close in-the-future driven too-many
`
