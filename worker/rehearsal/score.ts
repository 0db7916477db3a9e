import type { Fate } from './fate.ts'
import { type Expectation, expectations, type Step } from './step.ts'

/** A step that did not go as it should. */
export type Miss = {
  readonly at: number
  readonly constituency: string | null
  readonly why: string
  /** Why it was held or refused. */
  readonly words: string
  /** Seconds until it was corrected or taken back, or let through; null while it was not. */
  readonly stoodFor: number | null
}

/** How many, and how many seconds it took half of them. */
type Pace = { readonly count: number; readonly seconds: number | null }

export type Score = {
  readonly sent: Readonly<Record<Expectation, number>>
  readonly right: Readonly<Record<Expectation, number>>
  /** Published though it should have been held or refused, or published twice. */
  readonly missed: readonly Miss[]
  /** Held or refused though it should have been published. */
  readonly heldWrongly: readonly Miss[]
  /** Not decided when the rehearsal was over. */
  readonly waiting: number
  readonly released: Pace
  readonly rejected: Pace
  /** Figures and results that were published, and corrected or taken back later. */
  readonly putRight: Pace
}

type Gone = { readonly step: Step; readonly fate: Fate; readonly verdict: Verdict }
type Verdict = 'right' | 'missed' | 'held-wrongly' | 'waiting'

/** What a rehearsal showed. Steps without a fate were not sent. [RHS4] */
export const scoreOf = (steps: readonly Step[], fates: readonly Fate[]): Score => {
  const gone = steps.flatMap((step, place): Gone[] => {
    const fate = fates[place]
    return fate ? [{ step, fate, verdict: verdictOf(step, fate, fates.slice(0, place)) }] : []
  })
  const ruled = (as: 'released' | 'rejected') =>
    gone.flatMap(({ fate }) => (fate.ruled?.as === as ? [seconds(fate.sentAt, fate.ruled.at)] : []))
  const putRight = gone.flatMap(({ step, fate }) =>
    fate.putRightAt === null || step.again ? [] : [seconds(fate.sentAt, fate.putRightAt)],
  )
  return {
    sent: countOf(gone),
    right: countOf(gone.filter(({ verdict }) => verdict === 'right')),
    missed: gone.filter(({ verdict }) => verdict === 'missed').map(missOf),
    heldWrongly: gone.filter(({ verdict }) => verdict === 'held-wrongly').map(missOf),
    waiting: gone.filter(({ verdict }) => verdict === 'waiting').length,
    released: paceOf(ruled('released')),
    rejected: paceOf(ruled('rejected')),
    putRight: paceOf(putRight),
  }
}

const verdictOf = (step: Step, fate: Fate, before: readonly Fate[]): Verdict => {
  if (fate.outcome === 'waiting') return 'waiting'
  const isOut = fate.outcome === 'published'
  if (step.expect !== 'published') return isOut ? 'missed' : 'right'
  if (!isOut) return 'held-wrongly'
  return step.again && before.every(({ seq }) => seq !== fate.seq) ? 'missed' : 'right'
}

const missOf = ({ step, fate }: Gone): Miss => {
  const end = fate.ruled?.at ?? fate.putRightAt
  return {
    at: step.at,
    constituency: step.send.body.constituency,
    why: step.why,
    words: fate.words,
    stoodFor: end === null ? null : seconds(fate.sentAt, end),
  }
}

const seconds = (from: number, to: number): number => Math.max(0, to - from) / 1000

const countOf = (gone: readonly Gone[]): Record<Expectation, number> => {
  const count = { published: 0, held: 0, refused: 0 }
  for (const { step } of gone) count[step.expect] += 1
  return count
}

const paceOf = (all: readonly number[]): Pace => ({
  count: all.length,
  seconds: all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? null,
})

/** Whether everything was decided, and what should not have gone out stayed in. */
export const isClean = ({ missed, waiting }: Score): boolean => missed.length === 0 && waiting === 0

export const totalOf = (counts: Score['sent']): number =>
  expectations.reduce((sum, one) => sum + counts[one], 0)
