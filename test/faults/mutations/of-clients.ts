import { present } from '../../support/present.ts'
import { type Plan, tell } from '../good-history.ts'
import type { HistoryLine } from '../history.ts'
import { between, type Random } from '@night/worker/rehearsal/random'
import { oneOf } from '../random.ts'
import { atLine, type Mutation } from './mutation.ts'

type Seen = Extract<HistoryLine, { kind: 'recv' | 'reset' }>

const client = 'live-screen-1'
const isOfClient = (line: HistoryLine): line is Seen =>
  (line.kind === 'recv' || line.kind === 'reset') && line.client === client

/** What one client was sent, changed; the lines of all others stay where they are. */
const inView =
  (change: (view: readonly Seen[], random: Random) => readonly Seen[] | null): Mutation['change'] =>
  (plan: Plan, random) => {
    const lines = tell(plan)
    const view = change(lines.filter(isOfClient), random)
    return (
      view && [...lines.filter((line) => !isOfClient(line)), ...view].toSorted((a, b) => a.t - b.t)
    )
  }

/** A place in a view where one event follows right after another. */
const pair = (view: readonly Seen[], random: Random): number | undefined =>
  oneOf(
    random,
    [...view.keys()].filter(
      (place) => view[place]?.kind === 'recv' && view[place + 1]?.kind === 'recv',
    ),
  )

const withHole = (view: readonly Seen[], random: Random): Seen[] | null => {
  const place = pair(view, random)
  return place === undefined ? null : view.toSpliced(place, 1)
}

const turned = (view: readonly Seen[], random: Random): Seen[] | null => {
  const place = pair(view, random)
  if (place === undefined) return null
  const [one, other] = [present(view[place]), present(view[place + 1])]
  return view.with(place, { ...other, t: one.t }).with(place + 1, { ...one, t: other.t })
}

const oneSeatMore = (seats: Readonly<Record<string, number>>) => ({
  ...seats,
  lab: (seats['lab'] ?? 0) + 1,
})

const oneMoreShown = (what: 'seats' | 'votes'): Mutation['change'] =>
  atLine('recv', (line) => {
    const shown = line.shown ?? { seats: {} }
    return [{ ...line, shown: { ...shown, [what]: oneSeatMore(shown[what] ?? {}) } }]
  })

/** Things done to what a client saw and showed. */
export const ofClients: readonly Mutation[] = [
  {
    does: 'a client stops early',
    breaks: ['I4'],
    change: inView((view, random) => view.slice(0, -between(random, 1, view.length - 1))),
  },
  { does: 'a client has a hole', breaks: ['I4'], change: inView(withHole) },
  {
    does: 'a client is sent an event again',
    breaks: ['I4'],
    change: atLine('recv', (line) => [line, line]),
  },
  {
    does: 'a client is sent two events the wrong way round',
    breaks: ['I4'],
    change: inView(turned),
  },
  {
    does: 'a client saw another event',
    breaks: ['I3', 'I4'],
    change: atLine('recv', (line) => [{ ...line, hash: 'f'.repeat(64) }]),
  },
  { does: 'a screen shows a seat too many', breaks: ['I5'], change: oneMoreShown('seats') },
  { does: 'a screen shows a vote too many', breaks: ['I5'], change: oneMoreShown('votes') },
  {
    does: 'a live screen is sent a rehearsal’s event',
    breaks: ['I10', 'I3', 'I4'],
    change: (plan, random) =>
      atLine('recv', (line) => [
        line,
        { ...line, seq: 1, hash: present(plan.rehearsal.log[0]).hash, shown: undefined },
      ])(plan, random),
  },
]
