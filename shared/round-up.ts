import { type Board, declaredSeats, type DeclaredSeat } from './board.ts'
import { majorityLines, seatsByParty } from './house.ts'
import { partyOf } from './party.ts'
import { capitalised } from './tale.ts'

const named = (id: string): string => partyOf(id).name
const and = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

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
    gains.set(`${party} ${from}`, [...(gains.get(`${party} ${from}`) ?? []), seat])
  }
  const fallen = [...gains.values()].map((group) => {
    const { verdict } = group[0]?.latest.result ?? {}
    const names = and(group.map(({ contest }) => contest.constituency.name))
    const how =
      group.length > 1 ? `, ${multiples[group.length] ?? `${group.length} on one night`}` : ''
    return `${capitalised(named(verdict?.party ?? ''))} gained ${names} from ${named(verdict?.from ?? '')}${how}.`
  })
  const kept = seats
    .filter(({ latest }) => latest.result.verdict.kind !== 'gain')
    .map(({ contest, latest }) => {
      const { party, kind } = latest.result.verdict
      return `${capitalised(named(party))} ${kind === 'hold' ? 'held' : 'won'} ${contest.constituency.name}.`
    })
  const missing = total - seats.length
  return [...fallen, ...kept, missing > 0 ? `${missing} of ${total} still to declare.` : '']
    .filter(Boolean)
    .join(' ')
}

const ofTheHouse = (board: Board, total: number): string => {
  const counts = seatsByParty(board)
  const declared = counts.reduce((sum, { seats }) => sum + seats, 0)
  const [first, ...others] = counts
  const { overall } = majorityLines(board)
  const rest = others.slice(0, 5).map(({ party, seats }) => `${partyOf(party).short} ${seats}`)
  const lead =
    first && first.seats >= overall
      ? `${capitalised(named(first.party))} won ${first.seats} of ${total} seats, an overall majority of ${2 * first.seats - total}.`
      : `No party has an overall majority${declared < total ? ' yet' : ''}: ${capitalised(named(first?.party ?? ''))} has ${first?.seats ?? 0} of ${total} seats.`
  return `${lead} ${rest.join(', ')}. ${declared} of ${total} declared.`
}
