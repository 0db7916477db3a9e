import { baselineVotes, baselineWinner, baselineWords } from '@night/shared/baseline'
import type { Seat } from '@night/shared/board'
import type { Baseline } from '@night/shared/contest'
import type { StatusEvent } from '@night/shared/event'
import { fraction, grouped, minus, printed, times } from '@night/shared/figures'
import { sinceYear } from '@night/shared/held-since'
import { isPerson, partyOf } from '@night/shared/party'
import type { CandidateResult, Result, Swing } from '@night/shared/result'
import {
  betweenWords,
  capitalised,
  directionWords,
  isNoSwing,
  worthSaying,
} from '@night/shared/tale'
import { swingNeeded } from '@night/shared/tally/battleground'
import { signed } from '@night/shared/tally/figure'

/**
 * Half the lead of `from` over `to` last time, in points: the swing at which the seat is level. Null after a tie, or the
 * next thing to it: then no swing to speak of was needed.
 */
const swingToLevel = (previous: Baseline, from: string, to: string): string | null => {
  const points = printed(swingNeeded(previous, { from, to }))
  return points === '0.0' ? null : points
}

export type Defence = {
  readonly party: string
  readonly majority: number
  /** "2019 general election", "2019 general election (notional)". */
  readonly baseline: string
  /** The year since which the party has held it: "2010", "1918 at least"; null where that is not known, or where another has it. */
  readonly since: string | null
  /** The party the seat goes by in the House, where it is another: the whip was lost, or the seat. */
  readonly satAs: string | null
  /** The year since which that other party has held it, where it took it at a by-election. */
  readonly takenIn: string | null
  /** The second of last time and the swing that would bring it level; null where a swing means nothing. */
  readonly swing: { readonly to: string; readonly printed: string } | null
}

/** What is being defended here, by whom and since when; null where nothing was there before. [WALL7] */
export const defenceOf = ({ previous, holder, heldSince }: Seat['contest']): Defence | null => {
  if (!previous) return null
  const party = baselineWinner(previous)
  const second = secondOf(previous)
  const satAs = holder === party ? null : holder
  const isTaken = satAs !== null && satAs !== 'ind'
  const year = heldSince === null ? null : sinceYear(heldSince)
  const swung = second !== undefined && !isPerson(party) && !isPerson(second)
  const level = swung ? swingToLevel(previous, party, second) : null
  return {
    party,
    majority: previous.majority,
    baseline: baselineWords(previous),
    since: isTaken ? null : year,
    satAs,
    takenIn: isTaken ? year : null,
    swing: swung && level !== null ? { to: second, printed: level } : null,
  }
}

const secondOf = ({ votes }: Baseline): string | undefined =>
  votes.toSorted((a, b) => b.votes - a.votes)[1]?.party

/** The swing that would have brought the seat level between these two parties: "21.3". [WALL8] */
export const neededWords = (previous: Baseline | null, swing: Swing): string | null => {
  if (!previous || isPerson(swing.to)) return null
  // A swing to those who held the seat anyway threatened nobody.
  if (baselineWinner(previous) !== swing.from) return null
  return swingToLevel(previous, swing.from, swing.to)
}

/** "Con to Lab", or of none "between Con and Lab". */
export const pairWords = (swing: Swing): string =>
  isNoSwing(swing) ? betweenWords(swing) : directionWords(swing)

/** "23.9", or "none". */
export const sizeWords = (swing: Swing): string => (isNoSwing(swing) ? 'none' : swing.printed)

/** "+22.1", "−25.7", "±0.0", "new"; a person is never new, and an independent is compared with nobody. [OUT7 WALL6] */
export const changeWords = (
  candidate: CandidateResult,
  valid: number,
  previous: Baseline | null,
): string => {
  if (!previous) return ''
  if (candidate.change === null) return isPerson(candidate.party) ? '' : 'new'
  const before = fraction(baselineVotes(previous, candidate.party), previous.valid)
  return signed(printed(times(minus(fraction(candidate.votes, valid), before), 100)))
}

/** "Con to Lib Dem", "IND": what a chip and a line call the party. */
export const shortName = (party: string): string => partyOf(party).short

/** What figures put right that was said before: "Not Lab gain from Con", "Not by 1,361"; nothing where both stand. [WALL17] */
export const notWords = ({ latest, corrects }: Seat): string | null => {
  if (!latest || !corrects) return null
  const { verdict, majority } = latest.result
  const before = corrects.verdict
  const isSame =
    before.kind === verdict.kind && before.party === verdict.party && before.from === verdict.from
  if (!isSame) {
    const from =
      before.kind === 'gain' && before.from !== null ? ` from ${shortName(before.from)}` : ''
    return `Not ${shortName(before.party)} ${before.kind}${from}`
  }
  return corrects.majority.votes === majority.votes
    ? null
    : `Not by ${grouped(corrects.majority.votes)}`
}

/** The same and why, together; empty where nothing was corrected. [WALL17] */
export const correctionWords = (seat: Seat): string =>
  [notWords(seat), seat.latest?.kind === 'corrected' && seat.latest.reason]
    .filter((words) => typeof words === 'string')
    .map(capitalised)
    .join(' · ')

/** What was corrected and why, the records worth saying, what is unusual about the rest. */
const factsOf = (seat: Seat): string[] => {
  const { latest, records } = seat
  if (!latest) return []
  const { verdicts, verdict, decidedByLot, swing, noSwing }: Result = latest.result
  const before = verdicts.houseBefore.from
  const sat = before !== null && before !== verdict.from && before !== verdict.party
  return [
    correctionWords(seat) || null,
    decidedByLot && 'A tie, decided by lot',
    ...worthSaying(records).map(({ text }) => text),
    sat && `The last MP sat as ${shortName(before)}`,
    swing?.newParty === true && newcomerWords(seat, swing),
    noSwing?.words,
  ]
    .filter((fact) => typeof fact === 'string')
    .map(capitalised)
}

/** With a person, who counts from nothing, it is the person that is new: of that nothing is said. */
const newcomerWords = ({ contest }: Seat, { from, to }: Swing): string | null => {
  if (isPerson(from) || isPerson(to)) return null
  const stood = contest.previous?.votes.some(({ party }) => party === to)
  return `${shortName(stood === true ? from : to)} did not stand last time`
}

/** Letters that one line under the strap has room for. */
const lineRoom = 58

/** As many of the facts as a line of so many letters holds, at least the first. */
export const factsLine = (seat: Seat, room = lineRoom): string => {
  const [first = '', ...others] = factsOf(seat)
  return others.reduce(
    (line, fact) => (line.length + fact.length > room ? line : `${line} · ${fact}`),
    first,
  )
}

const marks: Readonly<Record<StatusEvent['status'], string>> = {
  counting: 'COUNTING',
  recount: 'RECOUNT',
  adjourned: 'ADJOURNED',
  expected: 'AWAITED',
  imminent: 'IMMINENT',
}

/** How the count goes, in one word: AWAITED while nothing else was said. */
export const countMark = ({ status, withdrawn }: Seat): string => {
  if (status) return marks[status.status]
  return withdrawn ? 'WITHDRAWN' : 'AWAITED'
}

/** What the verdict on a seat is measured against. */
export const againstOf = ({ latest, contest }: Seat): string =>
  latest?.result.verdict.against ?? baselineWords(contest.previous)
