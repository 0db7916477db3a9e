import type { Board } from '../board.ts'
import { asDeclared, type DeclaredSeat } from '../declared.ts'
import { overallLine, type PartySeats } from '../house.ts'
import { isPerson, partyOf } from '../party.ts'
import { capitalised } from '../tale.ts'
import { clockTime } from '../time.ts'
import { declaredIn } from './seats.ts'
import { votesIn } from './votes.ts'

/** The seat that gave a party a majority of the House, and when it was first declared. */
type Passed = {
  readonly party: string
  readonly seats: number
  readonly by: DeclaredSeat
  readonly at: string
}

type Milestones = {
  /** Null until a party has a majority. */
  readonly passed: Passed | null
  /** Seats that make a majority: 326. */
  readonly line: number
  /** What comes next, in words: "Labour needs 36 more for a majority". Null when nothing is left to come. */
  readonly next: string | null
}

/** Whether a majority was passed and by which seat, and what the leading party still needs. [TAL13] */
export const milestones = (board: Board): Milestones => {
  const declared = declaredIn(board)
  const leader = leaderOf(declared)
  const overall = overallLine(board)
  const total = Object.keys(board.seatsById).length
  const left = total - declared.length
  if (!leader) return { line: overall, passed: null, next: `${overall} seats make a majority` }
  const name = capitalised(partyOf(leader.party).name)
  if (leader.seats >= overall) {
    const by = seatNumber(declared, leader.party, overall)
    const passed = by ? { ...leader, by, at: by.firstAt ?? by.latest.at } : null
    return { line: overall, passed, next: left > 0 ? `${left} of ${total} still to declare` : null }
  }
  const needs = overall - leader.seats
  if (needs > left) return { line: overall, passed: null, next: 'No party can reach a majority' }
  return {
    line: overall,
    passed: null,
    next: `${name} ${verb(leader.party)} ${needs} more for a majority`,
  }
}

/** "Labour passed 326 at 5.00am, 125 of 650 still to declare", or what comes next. [TAL13] */
export const milestoneWords = (board: Board): string => {
  const { line, passed, next } = milestones(board)
  if (!passed) return next ?? ''
  const name = capitalised(partyOf(passed.party).name)
  const reached = `${name} passed ${line} at ${clockTime(passed.at)}`
  return next === null ? reached : `${reached}, ${next}`
}

/** "the Conservatives need", "Labour needs". */
const verb = (party: string): string => (/^the .*s$/.test(partyOf(party).name) ? 'need' : 'needs')

/** The first in the state of the parties that is one; a person needs no majority. */
const leaderOf = (declared: readonly DeclaredSeat[]): PartySeats | null => {
  const counts = new Map<string, number>()
  for (const { latest } of declared) {
    const { party } = latest.result.verdict
    if (!isPerson(party)) counts.set(party, (counts.get(party) ?? 0) + 1)
  }
  const votes = ({ party }: PartySeats): number => votesIn(declared).byParty.get(party) ?? 0
  const [leader] = [...counts]
    .map(([party, seats]): PartySeats => ({ party, seats }))
    .toSorted((a, b) => b.seats - a.seats || votes(b) - votes(a) || (a.party < b.party ? -1 : 1))
  return leader ?? null
}

/** The party's seat of that number, as a record of it has it. */
const seatNumber = (
  declared: readonly DeclaredSeat[],
  party: string,
  number: number,
): DeclaredSeat | undefined =>
  declared
    .filter(({ latest }) => latest.result.verdict.party === party)
    .toSorted(asDeclared)
    .at(number - 1)
