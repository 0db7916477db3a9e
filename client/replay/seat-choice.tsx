import { useComputed } from '@preact/signals'
import { keptChoice, mine } from '../my/choice.ts'
import type { Deck } from './deck.ts'
import { lastSaid } from '../statement.ts'

/** The seat to show: the one that was chosen, else one of my own, else the one of which something was said last. */
export const seatOf = ({ view, night, board }: Deck): string => {
  const { definition } = night.value
  const all = definition.contests.map(({ constituency }) => constituency.id)
  const last = board.value && lastSaid(board.value)?.seat.contest.constituency.id
  return view.value.seat || (mine(keptChoice(definition.id), all)[0] ?? last ?? all[0] ?? '')
}

/** Which seat, while a seat is shown. */
export const SeatChoice = ({ deck }: { readonly deck: Deck }) => {
  const seats = useComputed(() =>
    deck.night.value.definition.contests
      .map(({ constituency }) => constituency)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  )
  if (deck.view.value.screen !== 'seat') return null
  return (
    <select
      class="seat-choice"
      aria-label="Seat"
      value={seatOf(deck)}
      onChange={({ currentTarget }) => deck.look({ seat: currentTarget.value })}
    >
      {seats.value.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
