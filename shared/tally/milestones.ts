import { type Board, declaredSeats, type DeclaredSeat } from '../board.ts'
import { majorityLines, seatsByParty } from '../house.ts'
import { partyOf } from '../party.ts'
import { capitalised } from '../tale.ts'
import { clockTime } from '../time.ts'

/** The seat that gave a party a majority of the House. */
export type Passed = { readonly party: string; readonly seats: number; readonly by: DeclaredSeat }

export type Milestones = {
  /** Null until a party has a majority. */
  readonly passed: Passed | null
  /** What comes next, in words: "Labour needs 36 more for a majority". Null when nothing is left to come. */
  readonly next: string | null
}

/** Whether a majority was passed and by which seat, and what the leading party still needs. [TAL13] */
export const milestones = (board: Board): Milestones => {
  const [leader] = seatsByParty(board)
  const { overall } = majorityLines(board)
  const total = Object.keys(board.seatsById).length
  const left = total - declaredSeats(board).length
  if (!leader) return { passed: null, next: `${overall} seats make a majority` }
  const name = capitalised(partyOf(leader.party).name)
  if (leader.seats >= overall) {
    const by = seatNumber(board, leader.party, overall)
    const passed = by ? { party: leader.party, seats: leader.seats, by } : null
    return { passed, next: left > 0 ? `${left} of ${total} still to declare` : null }
  }
  const needs = overall - leader.seats
  if (needs > left) return { passed: null, next: 'No party can reach a majority' }
  return { passed: null, next: `${name} ${verb(leader.party)} ${needs} more for a majority` }
}

/** "Labour passed 326 at 5.00am, 125 of 650 still to declare", or what comes next. [TAL13] */
export const milestoneWords = (board: Board): string => {
  const { passed, next } = milestones(board)
  if (!passed) return next ?? ''
  const name = capitalised(partyOf(passed.party).name)
  const reached = `${name} passed ${majorityLines(board).overall} at ${clockTime(passed.by.latest.at)}`
  return next === null ? reached : `${reached}, ${next}`
}

/** "the Conservatives need", "Labour needs". */
const verb = (party: string): string => (/^the .*s$/.test(partyOf(party).name) ? 'need' : 'needs')

/** The party's seat of that number, in the order of declaration. */
const seatNumber = (board: Board, party: string, number: number): DeclaredSeat | undefined =>
  declaredSeats(board)
    .toReversed()
    .filter(({ latest }) => latest.result.verdict.party === party)[number - 1]
