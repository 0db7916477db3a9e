import type { ByElection } from '../almanac.ts'
import { baselineWinner } from '../baseline.ts'
import type { DeclaredSeat } from '../declared.ts'
import { decimal, fractionToNumber } from '../figures.ts'
import { isPerson } from '../party.ts'
import type { Result } from '../result.ts'
import { swingNeeded } from '../tally/battleground.ts'

/** A result as records see it, be it from the almanac or from tonight. Points are percentage points, unrounded. */
export type Entry = {
  /** Unique among those that are compared. */
  readonly key: string
  readonly name: string
  readonly date: string
  readonly region: string
  readonly country: string
  readonly winner: string
  /** The winner's party last time; null where nothing was there or it is not known. */
  readonly before: string | null
  readonly verdict: 'gain' | 'hold' | 'win' | null
  readonly swing: { readonly from: string; readonly to: string; readonly points: number } | null
  /** A hold of which the table has the swing between Con and Lab, whoever came second. */
  readonly isConLabOnly: boolean
  readonly overturnedVotes: number | null
  /** Where the almanac has only a bound, the bound. */
  readonly overturnedPoints: number | null
  /** The table sets it apart: a figure that is missing there makes no sense there. */
  readonly isApart: boolean
  readonly majorityVotes: number | null
  readonly turnout: number | null
  readonly winningShare: number | null
}

export const isConOrLab = (party: string): boolean => party === 'con' || party === 'lab'

/** Before 2010 the table rests on its source's own swings, and has no codes of seats. */
const isFormer = ({ id }: ByElection): boolean => id === null

export const byElectionToEntry = (row: ByElection): Entry => ({
  key: `${row.date} ${row.name}`,
  name: row.name,
  date: row.date,
  region: '',
  country: '',
  winner: row.winner,
  before: row.first,
  verdict: row.verdict,
  swing: someSwing(row.swing),
  isConLabOnly: isFormer(row) && row.verdict !== 'gain' && row.swing !== null,
  overturnedVotes: row.overturned.votes,
  overturnedPoints: row.overturned.points,
  isApart: row.apart !== null,
  majorityVotes: row.majority.votes,
  turnout: row.turnout,
  winningShare: null,
})

const entriesBySeat = new WeakMap<DeclaredSeat, Entry>()

/** `date` is polling day, by which a night's results are known in tables. Worked out once for a seat as it stands. */
export const seatToEntry = (seat: DeclaredSeat, date: string): Entry => {
  const known = entriesBySeat.get(seat)
  if (known?.date === date) return known
  const entry = entryOf(seat, date)
  entriesBySeat.set(seat, entry)
  return entry
}

const entryOf = ({ contest, latest }: DeclaredSeat, date: string): Entry => {
  const { result } = latest
  const { id, name, region, country } = contest.constituency
  return {
    key: id,
    name,
    date,
    region,
    country,
    winner: result.verdict.party,
    before: contest.previous ? baselineWinner(contest.previous) : null,
    verdict: result.verdict.kind,
    swing: betweenParties(result.swing),
    isConLabOnly: false,
    overturnedVotes: result.overturned?.votes ?? null,
    overturnedPoints: result.overturned ? result.overturned.share * 100 : null,
    isApart: false,
    majorityVotes: result.majority.votes,
    turnout: result.turnout.share * 100,
    winningShare: (result.candidates[0]?.share ?? 0) * 100,
  }
}

/** Whoever has no party is a person, and the Speaker is one too: neither has a first. */
export const isParty = (id: string | null): boolean => id !== null && !isPerson(id)

export const isGain = ({ verdict }: Entry): boolean => verdict === 'gain'

/** A gain by one party from another: what a person lost or won is no kind of gain. [REC5] */
export const isPartyGain = (entry: Entry): boolean =>
  isGain(entry) && isParty(entry.winner) && isParty(entry.before)

/** A swing that involves a person without a party is no record of any party. */
const betweenParties = (swing: Result['swing']): Entry['swing'] =>
  swing && swing.from !== 'ind' && swing.to !== 'ind' ? someSwing(swing) : null

/** Less than a twentieth of a point is no swing, and went nowhere. [WRD3] */
const someSwing = (swing: Entry['swing']): Entry['swing'] =>
  swing && decimal(swing.points) !== '0.0' ? swing : null

/** What the winner needed to take the seat from last time's winner, in points; null where none fell. */
export const swingToWin = ({ contest, latest }: DeclaredSeat): number | null => {
  const { previous } = contest
  const { verdict, swing } = latest.result
  if (!previous || verdict.kind !== 'gain' || swing?.to !== verdict.party) return null
  const pair = { from: baselineWinner(previous), to: verdict.party }
  return fractionToNumber(swingNeeded(previous, pair))
}
