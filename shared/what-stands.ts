import type { Declaration } from './declaration.ts'
import type { ResultEvent } from './event.ts'
import type { Check } from './reason.ts'
import { asEnded } from './tale.ts'

const revisionInTurn: Check = ({ declaration, contest, seat }) => {
  const { latest } = seat
  if (!latest) return null
  const name = contest.constituency.name
  if (sameFigures(declaration, latest)) {
    return { code: 'nothing-changed', words: `${name} stands with exactly these figures already.` }
  }
  if (declaration.revision <= latest.revision) {
    return {
      code: 'already-declared',
      words: `${name} has been declared already with other figures. If these are right, send them as revision ${latest.revision + 1}, with a reason.`,
    }
  }
  return declaration.reason === null
    ? {
        code: 'correction-without-reason',
        words: `A correction of ${name} needs a reason in words.`,
      }
    : null
}

const afterWithdrawal: Check = ({ declaration, contest, seat }) => {
  const { withdrawn } = seat
  // A winner without figures was no revision.
  if (
    !withdrawn?.revision ||
    (declaration.revision > withdrawn.revision && declaration.reason !== null)
  )
    return null
  return {
    code: 'was-withdrawn',
    words: `The result of ${contest.constituency.name} was withdrawn: ${asEnded(withdrawn.reason)} A new one needs revision ${withdrawn.revision + 1} and a reason.`,
  }
}

const sameFigures = (declaration: Declaration, latest: ResultEvent): boolean => {
  const { turnout, candidates } = latest.result
  const votesById = new Map(candidates.map(({ id, votes }) => [id, votes]))
  const elected = candidates.find((candidate) => candidate.elected)?.id
  return (
    declaration.votes.length === candidates.length &&
    declaration.votes.every(({ candidate, votes }) => votesById.get(candidate) === votes) &&
    declaration.valid === turnout.valid &&
    declaration.rejected === turnout.rejected &&
    declaration.electorate === turnout.electorate &&
    (declaration.drawnByLot === null || declaration.drawnByLot === elected)
  )
}

/** What speaks against figures because of those that stand, or stood, of the seat already. [CHK8 CHK9 LOG9] */
export const againstWhatStands: readonly Check[] = [revisionInTurn, afterWithdrawal]
