import { isReasonCode, mayBeReleased, type Standing } from '@night/shared/reason'
import type { Submission } from '@night/shared/submission'
import { clockTime } from '@night/shared/time'
import type { Fate, Held, HeldReason, Person, Refused } from './answers.ts'
import type { Sending } from './deeds.ts'

type Refusal = { readonly code: string; readonly words: string }

/** Who sent it, by name. */
export const senderName = (by: string, people: readonly Person[]): string => {
  if (by === 'desk') return 'the desk'
  if (by === 'recording') return 'the recording'
  return people.find(({ id }) => id === by)?.name ?? by
}

export const senderOf = (submission: Submission): string =>
  'by' in submission ? submission.by : 'desk'

/** What was sent: "Declaration", "Declaration, revision 2", "Flash". */
export const kindWords = (submission: Submission): string => {
  switch (submission.kind) {
    case 'declaration': {
      const { revision } = submission.declaration
      return revision === 1 ? 'Declaration' : `Declaration, revision ${revision}`
    }
    case 'flash':
      return 'Flash'
    case 'withdrawal':
      return submission.withdrawal.revision === 0
        ? 'Withdrawal of a winner'
        : `Withdrawal of revision ${submission.withdrawal.revision}`
    case 'status':
      return 'How the count goes'
    case 'note':
      return 'Note'
    case 'opening':
      return 'Opening of the night'
    case 'closing':
      return 'Closing of the night'
  }
}

/** When the declaration was made, or when the desk said it. */
export const saidAt = (submission: Submission): string =>
  submission.kind === 'declaration' ? submission.declaration.declaredAt : submission.at

/** What nobody may overrule: it contradicts itself, or the log. */
export const isFirm = ({ code }: HeldReason): boolean => !isReasonCode(code) || !mayBeReleased(code)

/** Why there is no button to let it through. [HLD6] */
export const whyNotReleasable = ({ reasons }: Pick<Held, 'reasons'>): string => {
  const firm = reasons.filter(isFirm).length
  const what =
    reasons.length === 1 || firm === 0
      ? 'What speaks against it'
      : `${firm} of its ${reasons.length} reasons`
  return `This cannot be let through. ${what} cannot be overruled: reject it, and have it sent anew as it should be.`
}

/** Why figures that wait come too late: others stand, or their number was withdrawn; null where neither is so. [HLD6] */
export const overtakenWords = (
  held: Submission,
  { latest, withdrawn }: Standing,
): string | null => {
  const last = latest ?? withdrawn
  if (held.kind !== 'declaration' || last === null) return null
  const { revision } = held.declaration
  if (last.revision < revision) return null
  const since = clockTime(last.at)
  if (last.kind === 'withdrawn')
    return `Overtaken: revision ${last.revision} was withdrawn at ${since}. Reject these; if they are right they are sent as revision ${last.revision + 1}, with a reason.`
  const what =
    last.revision === revision
      ? 'figures of the same number stand'
      : `revision ${last.revision} stands`
  return `Overtaken: ${what} since ${since}. Reject these; what is wrong with those is a correction.`
}

/** What became of something that the desk sent. */
export const fateWords = (fate: Fate): string => {
  switch (fate.status) {
    case 'queued':
      return 'Received: waiting for the checks.'
    case 'published':
      return `Published: number ${fate.seq} of the night.`
    case 'held':
      return `Held back: ${fate.reasons.map(({ words }) => words).join(' ')}`
    case 'rejected':
      return `Rejected by the desk: ${fate.ruling.reason}`
  }
}

/** Why it was not taken. What nobody answered to may have come in: only how a count goes is then said once more. [LOG1] */
export const refusalWords = (to: Sending['to'], { code, words }: Refusal): string => {
  if (code !== 'away') return words
  return to === 'status'
    ? `${words} It may have come in all the same: sent again, it may be said twice.`
    : `${words} It may have come in all the same: sent again as it is, it still counts once.`
}

/** "2 more people have to type it." */
export const missingWords = (missing: number): string => {
  if (missing === 0) return 'The night is live.'
  return missing === 1
    ? 'You are counted. 1 more person at the desk has to type it.'
    : `You are counted. ${missing} more people at the desk have to type it.`
}

const rejectedBy = /^Rejected by (\w+):/

/** Who at the desk rejected it; the desk where the words do not say. */
export const rulerOf = ({ words }: Pick<Refused, 'words'>): string =>
  rejectedBy.exec(words)?.[1] ?? 'desk'

/** A refusal with names where the log has ids. */
export const refusedInNames = (refused: Refused, people: readonly Person[]): Refused => {
  const { from, code, words } = refused
  const ruler = `Rejected by ${senderName(rulerOf(refused), people)}:`
  return {
    ...refused,
    from: senderName(from, people),
    words: code === 'rejected' ? words.replace(rejectedBy, () => ruler) : words,
  }
}
