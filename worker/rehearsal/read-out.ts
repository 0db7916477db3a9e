import { check } from '@night/shared/checks'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { nothingStands, type Reason } from '@night/shared/reason'
import { instant } from '@night/shared/time'
import { timeline } from '../replay/timeline.ts'
import type { Step } from './step.ts'

/** What a returning officer read out first in a seat, and when on the night's clock (milliseconds). */
export type ReadOut = {
  readonly at: number
  readonly declaration: Declaration
  readonly contest: Contest
  readonly kind: NightDefinition['kind']
}

/** The first declaration of each seat of a recorded night, in the order in which they came. */
export const readOutsOf = (
  { contests, kind }: NightDefinition,
  events: readonly NightEvent[],
): ReadOut[] => {
  const contestById = new Map(contests.map((contest) => [contest.constituency.id, contest]))
  const seen = new Set<string>()
  return timeline(events, 1).flatMap(({ at, submission }): ReadOut[] => {
    if (submission.kind !== 'declaration') return []
    const { declaration } = submission
    const contest = contestById.get(declaration.constituency)
    if (!contest || seen.has(declaration.constituency)) return []
    seen.add(declaration.constituency)
    const first = { ...declaration, revision: 1, reason: null }
    return [{ at, declaration: first, contest, kind }]
  })
}

/** What speaks against figures as the first of their seat. */
export const objectionsTo = (
  declaration: Declaration,
  { contest, kind }: Pick<ReadOut, 'contest' | 'kind'>,
): Reason[] => check({ declaration, contest, kind, seat: nothingStands })

/** Figures that nothing speaks against. */
export const isSound = (readOut: ReadOut): boolean =>
  objectionsTo(readOut.declaration, readOut).length === 0

/** A read-out at a time of its own: the officer read then, and it comes in then. */
export const readAt = (readOut: ReadOut, at: number): ReadOut => ({
  ...readOut,
  at,
  declaration: { ...readOut.declaration, declaredAt: instant(at) },
})

/** A read-out as a step: published, unless its own figures are such that the desk has to look. */
export const readOutToStep = (readOut: ReadOut, why = 'As it was read out.'): Step => {
  const { at, declaration } = readOut
  const [reason] = objectionsTo(declaration, readOut)
  const send = { kind: 'declaration', body: declaration } as const
  return reason
    ? { at, send, expect: 'held', why: `True, and yet so odd that it is asked: ${reason.words}` }
    : { at, send, expect: 'published', why }
}

export const nameOf = ({ contest }: Pick<ReadOut, 'contest'>): string => contest.constituency.name

/** The two in front, the first first; null where one stood alone. */
export const leadersOf = ({ declaration }: ReadOut) => {
  const [first, second] = declaration.votes.toSorted((a, b) => b.votes - a.votes)
  return first && second ? { first, second } : null
}

/** The same declaration with votes moved from one candidate to another; the sum stays right. */
export const withMoved = (
  declaration: Declaration,
  { from, to, votes }: { readonly from: string; readonly to: string; readonly votes: number },
): Declaration => ({
  ...declaration,
  votes: declaration.votes.map((row) => {
    if (row.candidate === from) return { ...row, votes: row.votes - votes }
    return row.candidate === to ? { ...row, votes: row.votes + votes } : row
  }),
})
