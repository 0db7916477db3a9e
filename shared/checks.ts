import type { Contest } from './contest.ts'
import type { Declaration } from './declaration.ts'
import { grouped } from './figures.ts'
import { explainedByASlip } from './mistyped.ts'
import { plausibility } from './plausibility.ts'
import type { Check, Question, Reason } from './reason.ts'
import { againstWhatStands } from './what-stands.ts'

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
  const { elected } = declaration
  const { winners, isByLot } = electedBy(declaration)
  if (elected === null || winners.includes(elected)) return null
  const name = nameIn(contest)
  return {
    code: 'another-elected',
    words: `${name(elected)} was read out as elected, but by the ${isByLot ? 'lot' : 'votes'} it is ${winners.map(name).join(' or ')}. Does each figure stand beside its own name?`,
  }
}

const winnerAsNamed: Check = ({ declaration, contest, seat: { flash } }) => {
  const { winners } = electedBy(declaration)
  const [winner] = winners
  if (!flash || winner === undefined || winners.includes(flash.winner.candidate)) return null
  return {
    code: 'another-winner',
    words: `Every screen says that ${flash.winner.name} has won ${contest.constituency.name}; by these figures it is ${winners.map(nameIn(contest)).join(' or ')}. If the figures are right, the desk withdraws the winner first, with a reason, and then lets them through.`,
  }
}

/** Who has won by a declaration's figures, and whether a lot said so; several where they are level and none is known. */
const electedBy = (declaration: Declaration): { winners: readonly string[]; isByLot: boolean } => {
  const leaders = leadersOf(declaration)
  const lot = declaration.drawnByLot
  const isByLot = lot !== null && leaders.includes(lot)
  return { winners: isByLot ? [lot] : leaders, isByLot }
}

const nameIn =
  ({ candidates }: Contest) =>
  (id: string): string =>
    candidates.find((one) => one.id === id)?.name ?? id

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

const checks: readonly Check[] = [
  onlyTheNominated,
  everyCandidate,
  namedOnce,
  addsUp,
  withinElectorate,
  lotSettlesTie,
  majorityAsRead,
  electedAsRead,
  winnerAsNamed,
  verifiedAsCounted,
  ...againstWhatStands,
  ...plausibility,
]

/** Everything that speaks against publishing a declaration as it is; empty when nothing does. [CHK1–CHK16 CHK18 FLA4] */
export const check = (question: Question): Reason[] =>
  checks.map((one) => one(question)).filter((reason) => reason !== null)
