import type { NightEvent } from '@night/shared/event'
import { present } from '../../support/present.ts'
import { idOf } from '../good-door.ts'
import { run } from '../good-lines.ts'
import { chainedAnew } from '../good-told.ts'
import { between, type Random } from '@night/worker/rehearsal/random'
import { isResult } from '../reading.ts'
import { asSent, changedOne, forAll, inTheEnd, type Mutation, oneMore } from './mutation.ts'

type Log = readonly NightEvent[]

/** A place in the log that is neither its first nor its last. */
const within = (log: Log, random: Random): number => between(random, 1, log.length - 2)

/** A note that nobody sent, as it might stand after an event. */
export const noteAfter = ({ night, mode, at, publishedAt, seq, hash }: NightEvent): NightEvent => {
  const said = { kind: 'note', constituency: null, text: 'TEST made up', by: 'desk' } as const
  const from = { speaker: null, role: null, source: null }
  return { night, mode, at, publishedAt, seq, hash, ...said, ...from }
}

const swapped = (log: Log, random: Random): NightEvent[] => {
  const place = within(log, random)
  const [one, other] = [present(log[place]), present(log[place - 1])]
  return log.with(place - 1, one).with(place, other)
}

const cut = (log: Log, random: Random): Log => log.slice(0, -between(random, 1, 3))

/** A later revision is told under an earlier number. */
const revisionBack = (log: Log): NightEvent[] | null =>
  log.some(({ kind }) => kind === 'corrected')
    ? chainedAnew(
        log.map((event) => (event.kind === 'corrected' ? { ...event, revision: 1 } : event)),
      )
    : null

/** A seat declares again, for the second, and nobody calls it a correction. */
const declaredAgain = (log: Log): NightEvent[] => {
  const first = present(log.find(isResult))
  const [one, other, ...rest] = first.result.candidates
  const [winner, loser] = [present(one), present(other)]
  const candidates = [
    { ...winner, votes: loser.votes, elected: false },
    { ...loser, votes: winner.votes, elected: true },
    ...rest,
  ]
  const verdict = { ...first.result.verdict, party: loser.party }
  const result = { ...first.result, candidates, verdict }
  return chainedAnew([...log, { ...first, kind: 'declared', revision: 7, result }])
}

/** One vote more than there are papers for. */
const doesNotAddUp = (log: Log, random: Random): NightEvent[] | null => {
  const changed = changedOne(log, random, (event) => {
    const { result } = oneMore(event)
    return { ...event, result: { ...result, turnout: event.result.turnout } }
  })
  return changed && chainedAnew(changed)
}

const edited = (log: Log, random: Random): NightEvent[] | null => changedOne(log, random, oneMore)

const editedAnew = (log: Log, random: Random): NightEvent[] | null => {
  const changed = edited(log, random)
  return changed && chainedAnew(changed)
}

const ranTwice = (log: Log, random: Random): NightEvent[] =>
  chainedAnew([...log, present(log[within(log, random)])])

const madeUp = (log: Log, random: Random): NightEvent[] => {
  const place = within(log, random)
  return chainedAnew(log.toSpliced(place, 0, noteAfter(present(log[place - 1]))))
}

/** The log without its correction, of which whoever sent it was told that it is there. */
const uncorrected: Mutation['change'] = (plan, random) => {
  const corrected = plan.live.log.find(({ kind }) => kind === 'corrected')
  if (!corrected) return null
  const lines = forAll((log) => chainedAnew(log.filter((event) => event !== corrected)))(
    plan,
    random,
  )
  const night = plan.live.definition.id
  const ack = { ...run(0), kind: 'ack', night, id: idOf(night, corrected.seq) } as const
  return lines && [...lines, ack]
}

/** Things done to the final log, to what everybody saw, and to what was sent. */
export const ofTheLog: readonly Mutation[] = [
  {
    does: 'an event is dropped from the final log',
    breaks: ['I3', 'I1', 'I2', 'I4', 'I5', 'I6', 'I8'],
    change: inTheEnd((log, random) => log.toSpliced(within(log, random), 1)),
  },
  {
    does: 'an event stands in the final log twice',
    breaks: ['I3', 'I1', 'I6', 'I8'],
    change: inTheEnd((log, random) => {
      const place = within(log, random)
      return log.toSpliced(place, 0, present(log[place]))
    }),
  },
  {
    does: 'two events have changed places',
    breaks: ['I3', 'I1', 'I2', 'I6', 'I8'],
    change: inTheEnd(swapped),
  },
  { does: 'votes were edited', breaks: ['I3', 'I1', 'I2', 'I5'], change: inTheEnd(edited) },
  {
    does: 'votes were edited and hashed anew',
    breaks: ['I3', 'I1', 'I2', 'I4', 'I5'],
    change: inTheEnd(editedAnew),
  },
  {
    does: 'an event was put in and hashed anew',
    breaks: ['I3', 'I1', 'I2', 'I4', 'I8'],
    change: inTheEnd(madeUp),
  },
  {
    does: 'the log was rolled back',
    breaks: ['I3', 'I1', 'I4', 'I5', 'I8'],
    change: inTheEnd(cut),
  },
  {
    does: 'the log was rolled back and its numbers used again',
    breaks: ['I3', 'I1', 'I2', 'I4', 'I5', 'I8'],
    change: inTheEnd((log, random) => {
      const left = cut(log, random)
      return chainedAnew([...left, noteAfter(present(left.at(-1)))])
    }),
  },
  { does: 'a job ran twice', breaks: ['I1', 'I6', 'I8'], change: forAll(ranTwice) },
  { does: 'an event that nobody sent was put in', breaks: ['I2'], change: forAll(madeUp) },
  {
    does: 'the worker published other votes',
    breaks: ['I2', 'I1', 'I5'],
    change: forAll(editedAnew),
  },
  {
    does: 'a night is opened twice',
    breaks: ['I2'],
    change: forAll((log) => chainedAnew([...log, present(log[0])])),
  },
  {
    does: 'a correction was acknowledged and never came',
    breaks: ['I5', 'I1'],
    change: uncorrected,
  },
  { does: 'a revision falls', breaks: ['I6'], change: asSent(revisionBack) },
  {
    does: 'a seat changes hands without a correction',
    breaks: ['I7'],
    change: asSent(declaredAgain),
  },
  { does: 'votes do not add up', breaks: ['I7'], change: asSent(doesNotAddUp) },
  {
    does: 'a rehearsal’s event stands in the live log',
    breaks: ['I10', 'I1'],
    change: (plan, random) =>
      forAll((log) => chainedAnew([...log, present(plan.rehearsal.log[1])]))(plan, random),
  },
]
