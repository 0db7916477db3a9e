import { check } from '@night/shared/checks'
import { mayBeReleased, type Reason, type Standing } from '@night/shared/reason'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { NightDefinition } from '@night/shared/night'
import type { Draft } from './draft.ts'
import { countOf } from './figure.ts'
import { type Form, votesOf } from './form.ts'
import { outcomeOf } from './named.ts'

/** The revision to send next; 1 for the first. [ENT7] */
export const revisionAfter = ({ latest, withdrawn }: Standing): number =>
  Math.max(latest?.revision ?? 0, withdrawn?.revision ?? 0) + 1

export type Question = {
  readonly contest: Contest
  readonly draft: Draft
  readonly form: Form
  readonly standing: Standing
  readonly kind: NightDefinition['kind']
}

/** The declaration that would be sent; null while figures or the total are missing. */
export const declarationOf = (question: Question, declaredAt: string): Declaration | null => {
  const { contest, draft, form, standing } = question
  const votes = votesOf(form)
  const valid = countOf(form.valid)
  if (votes === null || valid === null) return null
  const isLevel = outcomeOf(form, contest, '')?.kind === 'level'
  const revision = revisionAfter(standing)
  return {
    constituency: contest.constituency.id,
    revision,
    declaredAt,
    votes: [...votes],
    valid,
    rejected: countOf(form.rejected),
    electorate: standing.latest?.result.turnout.electorate ?? contest.electorate,
    verified: countOf(form.verified),
    majority: countOf(form.majority),
    elected: draft.elected === '' ? null : draft.elected,
    drawnByLot: isLevel && draft.lot !== '' ? draft.lot : null,
    reason: revision > 1 && draft.reason.trim() !== '' ? draft.reason.trim() : null,
  }
}

/** What this page asks for by itself, in its own place. */
const askedElsewhere: readonly string[] = [
  'tie-without-lot',
  'correction-without-reason',
  'was-withdrawn',
]

/** What speaks against a form. */
type Doubts = {
  /** Nothing is sent while there is one. */
  readonly against: readonly Reason[]
  /** May be true however unlikely: it can be sent, and the desk looks at it before anybody else does. */
  readonly forTheDesk: readonly Reason[]
  /** Another name was read out than the figures elect. */
  readonly name: Reason | null
}

/** The worker's own checks, while somebody writes. [ENT3] */
export const doubtsOf = (question: Question): Doubts => {
  const declaration = declarationOf(question, '1970-01-01T00:00:00.000Z')
  if (declaration === null) return { against: [], forTheDesk: [], name: null }
  const { contest, standing: seat, kind } = question
  const reasons = check({ declaration, contest, seat, kind }).filter(
    ({ code }) => !askedElsewhere.includes(code),
  )
  const isOfName = ({ code }: Reason): boolean => code === 'another-elected'
  return {
    against: reasons.filter((reason) => !mayBeReleased(reason.code) && !isOfName(reason)),
    forTheDesk: reasons.filter(({ code }) => mayBeReleased(code)),
    name: reasons.find(isOfName) ?? null,
  }
}
