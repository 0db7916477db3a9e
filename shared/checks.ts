import type { ResultEvent } from './event.ts'
import type { Declaration } from './declaration.ts'
import { grouped } from './figures.ts'
import { explainedByASlip } from './mistyped.ts'
import { plausibility } from './plausibility.ts'
import type { Check, Question, Reason } from './reason.ts'
import { asEnded } from './tale.ts'

const sumOf = (declaration: Declaration): number =>
  declaration.votes.reduce((sum, row) => sum + row.votes, 0)

/** One row for each candidate, most votes first; who was named twice counts by the first figure. */
const byVotes = ({ votes }: Declaration): Declaration['votes'] =>
  votes
    .filter(
      ({ candidate }, place) => votes.findIndex((row) => row.candidate === candidate) === place,
    )
    .toSorted((a, b) => b.votes - a.votes)

/** Who has most votes: several where they are level. */
const leadersOf = (declaration: Declaration): string[] => {
  const ranked = byVotes(declaration)
  return ranked.filter(({ votes }) => votes === ranked[0]?.votes).map(({ candidate }) => candidate)
}

const addsUp: Check = ({ declaration, contest }) => {
  const sum = sumOf(declaration)
  if (sum === 0 && declaration.valid === 0)
    return { code: 'does-not-add-up', words: 'Every figure is 0: nobody has a vote.' }
  if (sum === declaration.valid) return null
  const apart = `${grouped(Math.abs(sum - declaration.valid))} ${sum < declaration.valid ? 'fewer' : 'more'}`
  const suggestion = explainedByASlip(declaration, contest)
  return {
    code: 'does-not-add-up',
    words: `The votes add up to ${apart} than the declared total: they come to ${grouped(sum)}, the total read out is ${grouped(declaration.valid)}.`,
    ...(suggestion === null ? {} : { suggestion }),
  }
}

const onlyTheNominated: Check = ({ declaration, contest }) => {
  const known = new Set(contest.candidates.map(({ id }) => id))
  const strangers = declaration.votes.filter(({ candidate }) => !known.has(candidate))
  if (strangers.length === 0) return null
  const names = strangers.map(({ candidate }) => `“${candidate}”`).join(', ')
  return {
    code: 'not-on-the-ballot',
    words: `${names} did not stand in ${contest.constituency.name}.`,
  }
}

const everyCandidate: Check = ({ declaration, contest }) => {
  const named = new Set(declaration.votes.map(({ candidate }) => candidate))
  const missing = contest.candidates.filter(({ id }) => !named.has(id)).map(({ name }) => name)
  return missing.length === 0
    ? null
    : { code: 'left-out', words: `No figure was given for ${missing.join(', ')}.` }
}

const namedOnce: Check = ({ declaration, contest }) => {
  const seen = new Set<string>()
  const twice = declaration.votes.find(({ candidate }) => seen.size === seen.add(candidate).size)
  if (!twice) return null
  const name = contest.candidates.find(({ id }) => id === twice.candidate)?.name ?? twice.candidate
  return { code: 'named-twice', words: `There are two figures for ${name}.` }
}

const withinElectorate: Check = ({ declaration }) => {
  const papers = Math.max(sumOf(declaration), declaration.valid) + (declaration.rejected ?? 0)
  if (papers <= declaration.electorate) return null
  return {
    code: 'more-votes-than-electors',
    words: `${grouped(papers)} papers were counted, but only ${grouped(declaration.electorate)} people may vote here.`,
  }
}

const lotSettlesTie: Check = ({ declaration, contest }) => {
  const [first, second] = byVotes(declaration)
  const level = leadersOf(declaration)
  const lot = declaration.drawnByLot
  if (first?.votes !== second?.votes || !second) {
    return lot === null
      ? null
      : { code: 'lot-without-tie', words: 'A lot was drawn, but the two first are not level.' }
  }
  if (lot !== null && level.includes(lot)) return null
  const names = contest.candidates.filter(({ id }) => level.includes(id)).map(({ name }) => name)
  return {
    code: 'tie-without-lot',
    words: `${names.join(' and ')} are level on ${grouped(first?.votes ?? 0)}. Who won the lot?`,
  }
}

const majorityAsRead: Check = ({ declaration }) => {
  const [first = 0, second = 0] = byVotes(declaration).map(({ votes }) => votes)
  if (declaration.majority === null || declaration.majority === first - second) return null
  return {
    code: 'wrong-majority',
    words: `The majority read out is ${grouped(declaration.majority)}, but ${grouped(first)} less ${grouped(second)} is ${grouped(first - second)}.`,
  }
}

const electedAsRead: Check = ({ declaration, contest }) => {
  const { elected, drawnByLot } = declaration
  const leaders = leadersOf(declaration)
  const isByLot = drawnByLot !== null && leaders.includes(drawnByLot)
  const winners = isByLot ? [drawnByLot] : leaders
  if (elected === null || winners.includes(elected)) return null
  const nameOf = (one: string) => contest.candidates.find(({ id }) => id === one)?.name ?? one
  return {
    code: 'another-elected',
    words: `${nameOf(elected)} was read out as elected, but by the ${isByLot ? 'lot' : 'votes'} it is ${winners.map(nameOf).join(' or ')}. Does each figure stand beside its own name?`,
  }
}

const verifiedAsCounted: Check = ({ declaration }) => {
  const { verified, valid, rejected } = declaration
  if (verified === null || rejected === null || verified === valid + rejected) return null
  const apart = Math.abs(verified - valid - rejected)
  const [papers, were, are] = apart === 1 ? ['paper', 'was', 'is'] : ['papers', 'were', 'are']
  const fault =
    verified > valid + rejected
      ? `that ${were} verified ${are} not in the count`
      : `in the count ${were} never verified`
  return {
    code: 'verified-not-counted',
    words: `${grouped(apart)} ${papers} ${fault}: ${grouped(verified)} were verified, ${grouped(valid)} are valid and ${grouped(rejected)} rejected.`,
  }
}

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

const checks: readonly Check[] = [
  onlyTheNominated,
  everyCandidate,
  namedOnce,
  addsUp,
  withinElectorate,
  lotSettlesTie,
  majorityAsRead,
  electedAsRead,
  verifiedAsCounted,
  revisionInTurn,
  afterWithdrawal,
  ...plausibility,
]

/** Everything that speaks against publishing a declaration as it is; empty when nothing does. [CHK1–CHK16 CHK18] */
export const check = (question: Question): Reason[] =>
  checks.map((one) => one(question)).filter((reason) => reason !== null)
