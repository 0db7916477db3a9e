import type { Board } from './board.ts'
import { declaredSeats, type DeclaredSeat } from './declared.ts'
import { overallLine, type PartySeats, seatsByParty } from './house.ts'
import { and } from './listing.ts'
import { isPerson, partyName, partyOf } from './party.ts'
import { capitalised } from './tale.ts'

/** A night in a few sentences, from what stands: "double" when two fall together. [WRD8] */
export const roundUp = (board: Board): string => {
  const seats = declaredSeats(board).toReversed()
  const total = Object.keys(board.seatsById).length
  if (seats.length === 0) return 'Nothing has been declared yet.'
  return board.night.kind === 'general-election'
    ? ofTheHouse(board, total)
    : ofByElections(seats, total)
}

const multiples = ['', '', 'a double', 'a treble']

const ofByElections = (seats: readonly DeclaredSeat[], total: number): string => {
  const gains = new Map<string, DeclaredSeat[]>()
  for (const seat of seats.filter(({ latest }) => latest.result.verdict.kind === 'gain')) {
    const { party, from } = seat.latest.result.verdict
    const isOfPersons = isPerson(party) || isPerson(from ?? '')
    const kind = isOfPersons ? seat.contest.constituency.id : `${party} ${from}`
    gains.set(kind, [...(gains.get(kind) ?? []), seat])
  }
  const fallen = [...gains.values()].map((group) => {
    const { verdict } = group[0]?.latest.result ?? {}
    const names = and(group.map(({ contest }) => contest.constituency.name))
    const how =
      group.length > 1 ? `, ${multiples[group.length] ?? `${group.length} on one night`}` : ''
    return `${capitalised(partyName(verdict?.party ?? ''))} gained ${names} from ${partyName(verdict?.from ?? '')}${how}.`
  })
  const kept = seats
    .filter(({ latest }) => latest.result.verdict.kind !== 'gain')
    .map(({ contest, latest }) => {
      const { party, kind } = latest.result.verdict
      return `${capitalised(partyName(party))} ${kind === 'hold' ? 'held' : 'won'} ${contest.constituency.name}.`
    })
  const missing = total - seats.length
  return [...fallen, ...kept, missing > 0 ? `${missing} of ${total} still to declare.` : '']
    .filter(Boolean)
    .join(' ')
}

const ofTheHouse = (board: Board, total: number): string => {
  const [first, ...others] = seatsByParty(board)
  if (!first) return ''
  const declared = [first, ...others].reduce((sum, { seats }) => sum + seats, 0)
  const rest = others.slice(0, 5).map(({ party, seats }) => `${partyOf(party).short} ${seats}`)
  const parts = [
    lead(first, declared, board),
    rest.length > 0 && `${rest.join(', ')}.`,
    `${declared} of ${total} declared.`,
  ]
  return parts.filter(Boolean).join(' ')
}

/** How large a majority is can be said only when everyone has declared. */
const lead = ({ party, seats }: PartySeats, declared: number, board: Board): string => {
  const total = Object.keys(board.seatsById).length
  const isOver = declared === total
  const has = `${have(party, seats)} ${seats} of ${total} seats`
  if (isPerson(party) || seats < overallLine(board))
    return `No party has an overall majority${isOver ? '' : ' yet'}: ${has}.`
  if (isOver) {
    const most = `${seats} of ${total} seats, an overall majority of ${2 * seats - total}`
    return `${capitalised(partyName(party))} won ${most}.`
  }
  return `${capitalised(has)} and an overall majority, with ${total - declared} to come.`
}

/** "the Conservatives have", "an independent has", "independents have". */
const have = (party: string, seats: number): string => {
  if (!isPerson(party)) return `${partyName(party)} have`
  return seats === 1 ? `${partyName(party)} has` : 'independents have'
}
