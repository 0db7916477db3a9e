import type { Candidate } from '@night/shared/contest'
import type { Reason } from '@night/shared/reason'
import { declaredAtOf } from './declared-at.ts'
import { doubtsOf, type Question, revisionAfter } from './build.ts'
import type { Figure } from './figure.ts'
import { areKeyedTwice, leadersOf, secondOf } from './leaders.ts'
import { outcomeOf } from './named.ts'

/** Something that has to be written or put right before anything is sent, and the box for it. */
export type Missing = { readonly box: string; readonly words: string }

export const figureBox = (candidate: string): string => `figure-${candidate}`
export const againBox = (candidate: string): string => `again-${candidate}`

export type Facts = Question & { readonly now: number }

/** When it was declared, for all that was written; null where that is no time. [ENT7] */
export const declaredAtIn = ({ draft, standing, now }: Facts): string | null =>
  declaredAtOf(draft, { now, stands: standing.latest?.at ?? null })

/** What the first pass still lacks: figures, papers, total, time. */
const missingFromFigures = (facts: Facts): readonly Missing[] => {
  const { contest, draft, form } = facts
  const figures = contest.candidates.map(({ id, name }) =>
    wanted({ box: figureBox(id), words: name }, form.figures.get(id)),
  )
  const rejected = { box: 'rejected', words: 'Rejected papers, or “not read out”' }
  return [
    ...figures,
    draft.isRejectedUnread ? null : wanted(rejected, form.rejected),
    wanted({ box: 'valid', words: 'Total valid votes' }, form.valid),
    clear({ box: 'verified', words: 'Papers verified' }, form.verified),
    clear({ box: 'majority', words: 'Majority as read out' }, form.majority),
    declaredAtIn(facts) === null ? { box: 'time', words: 'Time declared' } : null,
  ].filter((one) => one !== null)
}

const wanted = (one: Missing, figure: Figure | undefined): Missing | null =>
  figure?.kind === 'whole' ? null : one

const clear = (one: Missing, figure: Figure): Missing | null =>
  figure.kind === 'unclear' ? one : null

/** Whether the figures are whole and nothing speaks against them: then the leaders are keyed again. [ENT5] */
export const areFiguresSound = (facts: Facts): boolean =>
  missingFromFigures(facts).length === 0 && missingFromDoubts(facts).length === 0

/** Everything that stands between this form and the sending of it, in the order of the boxes. [ENT3] */
export const missingIn = (facts: Facts): readonly Missing[] => {
  const first = missingFromFigures(facts)
  if (first.length > 0) return first
  const doubts = missingFromDoubts(facts)
  if (doubts.length > 0) return doubts
  if (!areKeyedTwice(facts.form)) return missingFromSecond(facts)
  return [...missingFromName(facts), ...missingReason(facts)]
}

const missingFromDoubts = (facts: Facts): readonly Missing[] => {
  const { against, forTheDesk } = doubtsOf(facts)
  const [reason] = against
  if (reason) return [{ box: boxAbout(reason, facts), words: reason.words }]
  return forTheDesk.length === 0 || facts.draft.heardAgain === doubtWords(forTheDesk)
    ? []
    : [{ box: 'heard-again', words: 'Whether this is what was read out' }]
}

/** What somebody says that they listened to again: another doubt is listened to again by itself. [ENT3] */
export const doubtWords = (doubts: readonly Reason[]): string =>
  doubts.map(({ words }) => words).join(' ')

const boxAbout = ({ code }: Reason, { contest: { candidates } }: Facts): string =>
  code === 'nothing-changed' ? figureBox(candidates[0]?.id ?? '') : 'valid'

const missingFromSecond = ({ contest, form }: Facts): readonly Missing[] => {
  const leaders = new Set(leadersOf(form))
  return contest.candidates
    .filter(({ id }) => leaders.has(id) && secondOf(form, id) !== 'agrees')
    .map((candidate) => ({ box: againBox(candidate.id), words: againWords(candidate) }))
}

const againWords = ({ name }: Candidate): string => `${name}, once more`

const missingFromName = (facts: Facts): readonly Missing[] => {
  const { contest, draft, form } = facts
  const outcome = outcomeOf(form, contest, draft.lot)
  if (outcome?.kind === 'level') return [{ box: 'lot', words: 'Who won the lot' }]
  const isNamed = contest.candidates.some(({ id }) => id === draft.elected)
  const isRight = isNamed && doubtsOf(facts).name === null
  return isRight ? [] : [{ box: 'elected', words: 'The name that was read out as elected' }]
}

const missingReason = ({ draft, standing }: Facts): readonly Missing[] =>
  revisionAfter(standing) > 1 && draft.reason.trim() === ''
    ? [{ box: 'reason', words: 'The reason for the correction' }]
    : []
