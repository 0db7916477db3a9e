import { Declaration } from '@night/shared/declaration'
import { FlashCall, NoteCall, StatusCall, Withdrawal } from '@night/shared/desk'
import { OfficerScope } from '@night/shared/officer'
import { Handshake } from '@night/shared/protocol'
import fc from 'fast-check'
import { io } from 'socket.io-client'
import { z } from 'zod'
import type { Answer } from './call.ts'
import { declarationOf, october, tamworth } from './night.ts'

type Wanted = { readonly count: number; readonly seed: number }

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, -1, 0.5, 2 ** 60, '11,719', '', '\0', [], {}, true),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constant('x'.repeat(5000)),
)

/** The right value with a part that is another, is gone, or is one too many; or anything at all. */
const nearly = (right: object): fc.Arbitrary<unknown> => {
  const known = fc.constantFrom(...Object.keys(right))
  const key = fc.oneof(known, fc.string({ minLength: 1, maxLength: 50 }), fc.constant('__proto__'))
  const without = (name: string) => Object.entries(right).filter(([other]) => other !== name)
  return fc.oneof(
    strange,
    known.map((name) => Object.fromEntries(without(name))),
    fc
      .tuple(key, strange)
      .map(([name, value]) => Object.fromEntries([...without(name), [name, value]])),
  )
}

type Route = { readonly path: string; readonly right: object; readonly form: z.ZodType }

/** Every door for writing: its address, a body that it would take, and what is in order there. */
const routesOf = async (night: string): Promise<Route[]> => {
  const at = (what: string): string => `/api/nights/${night}/${what}`
  const seat = { constituency: tamworth }
  const scope = { name: 'Hall', nights: [night], constituencies: [tamworth] }
  // Of a night that there is none of, so that nothing would come of it.
  const replay = { of: 'no-such-night', speed: 60 }
  const opening = { id: 'test-opening', mode: 'rehearsal', from: 'no-such-night' }
  return [
    { path: at('declarations'), right: await declarationOf(october, tamworth), form: Declaration },
    { path: at('notes'), right: { ...seat, text: 'TEST', speaker: 'A' }, form: NoteCall },
    { path: at('status'), right: { ...seat, status: 'counting' }, form: StatusCall },
    { path: at('flashes'), right: { ...seat, candidate: 'sarah-edwards' }, form: FlashCall },
    { path: at('withdrawals'), right: { ...seat, revision: 1, reason: 'TEST' }, form: Withdrawal },
    { path: '/api/officers', right: scope, form: OfficerScope },
    { path: '/api/replays', right: replay, form: z.never() },
    { path: '/api/nights', right: opening, form: z.never() },
  ]
}

const sampled = <Value>(values: fc.Arbitrary<Value>, { count, seed }: Wanted): Value[] =>
  fc.sample(values, { numRuns: count, seed })

/** At least so many bodies for every door for writing, each nearly right. */
export const malformedCalls = async (night: string, { count, seed }: Wanted) => {
  const routes = await routesOf(night)
  return routes.flatMap(({ path, right, form }) => {
    const parsesNot = (value: unknown) => !form.safeParse(value).success
    const each = { count: Math.ceil(count / routes.length), seed }
    return sampled(nearly(right).filter(parsesNot), each).map((body) => ({
      path,
      body: JSON.stringify(body) ?? '',
    }))
  })
}

const isHello = (value: unknown): boolean => Handshake.safeParse(value).success

/** So many greetings of screens, each nearly right. */
export const malformedHellos = (night: string, wanted: Wanted): unknown[] => {
  const since = { seq: 1, hash: 'f'.repeat(64) }
  const right = { night, since, follow: { constituencies: [tamworth] }, token: 'x' }
  const deeper = fc.tuple(nearly(since), nearly(right.follow))
  const nested = deeper.map(([one, other]) => ({ ...right, since: one, follow: other }))
  const wrong = fc.oneof(nearly(right), nested).filter((value) => !isHello(value))
  return sampled(wrong, wanted)
}

/** Refused, in the form of a problem. */
export const isProblem = ({ status, type, body }: Answer): boolean =>
  status >= 400 &&
  status < 500 &&
  type.startsWith('application/problem+json') &&
  z.object({ status: z.literal(status), code: z.string(), detail: z.string() }).safeParse(body)
    .success

type Told = 'refused' | 'fault' | 'let in' | 'closed'

/** What becomes of a screen that says this: refused in words, closed since it was no hello at all, or let in. */
export const sayHello = (url: string, hello: unknown): Promise<Told> =>
  new Promise((resolve) => {
    const socket = io(url, {
      // The client takes an object only; what is sent is whatever we want to be sent.
      auth: (send) => Reflect.apply(send, undefined, [hello]),
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    })
    const end = (outcome: Told): void => {
      resolve(outcome)
      socket.disconnect()
    }
    socket.once('refused', ({ status }) => end(status >= 400 && status < 500 ? 'refused' : 'fault'))
    socket.once('night', () => end('let in'))
    socket.once('disconnect', () => end('closed'))
    socket.once('connect_error', () => end('closed'))
    socket.io.once('close', () => end('closed'))
  })

const atOnce = 50

/** So many at the same time, until all were. */
export const inBatches = async <Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (let from = 0; from < items.length; from += atOnce)
    outcomes.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))))
  return outcomes
}
