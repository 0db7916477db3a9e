import { partyOf } from '@night/shared/party'
import type { Board } from '@night/shared/board'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Desk } from './state.ts'
import { type Show, shows } from './view.ts'

type ToolbarProps = { readonly desk: Desk; readonly board: ReadonlySignal<Board | null> }

const names: Readonly<Record<Show, string>> = {
  all: 'All',
  declared: 'Declared',
  gain: 'Gains',
  hold: 'Holds',
  record: 'Records',
  undeclared: 'Undeclared',
  overdue: 'Overdue',
  recount: 'Recounts',
}

/** Search and filters; each filter says how many it would leave. [DSK4] */
export const Toolbar = ({ desk, board }: ToolbarProps) => {
  const { view, look } = desk
  return (
    <form
      class="toolbar"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        desk.obey('open')
      }}
    >
      <label class="toolbar-search">
        <span class="unseen">Search constituency, region or winner</span>
        <input
          type="search"
          name="q"
          placeholder="Search"
          autocomplete="off"
          spellcheck={false}
          value={view.value.text}
          onInput={({ currentTarget }) => look({ text: currentTarget.value })}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <Filters desk={desk} />
      <Choices desk={desk} board={board} />
    </form>
  )
}

const Filters = ({ desk: { view, chosen, look } }: { readonly desk: Desk }) => {
  const row = useRef<HTMLDivElement>(null)
  // On a phone the row is wider than the screen: the one that is chosen may be beside it.
  useEffect(
    () =>
      row.current
        ?.querySelector('[aria-pressed="true"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [view.value.show],
  )
  return (
    <div class="filters" role="group" aria-label="Show" ref={row}>
      {shows.map((show) => {
        const count = chosen.value.counts[show]
        return (
          <button
            type="button"
            key={show}
            data-show={show}
            aria-pressed={view.value.show === show}
            data-none={count === 0}
            onClick={() => look({ show })}
          >
            {names[show]} <span>{count}</span>
          </button>
        )
      })}
    </div>
  )
}

const countries = ['England', 'Scotland', 'Wales', 'Northern Ireland']

const Choices = ({ desk: { view, look }, board }: ToolbarProps) => {
  const places = useComputed(() => withChosen(placesOf(board.value), view.value.place))
  const parties = useComputed(() => withChosen(partiesOf(board.value), view.value.party))
  return (
    <div class="choices">
      <select
        aria-label="Party that won, lost or defends"
        value={view.value.party}
        onChange={({ currentTarget }) => look({ party: currentTarget.value })}
      >
        <option value="">Any party</option>
        {parties.value.map((party) => (
          <option key={party} value={party}>
            {partyOf(party).short}
          </option>
        ))}
      </select>
      <select
        aria-label="Region or country"
        value={view.value.place}
        onChange={({ currentTarget }) => look({ place: currentTarget.value })}
      >
        <option value="">Everywhere</option>
        {places.value.map((place) => (
          <option key={place}>{place}</option>
        ))}
      </select>
    </div>
  )
}

/** What is filtered by can be taken away, also when nothing of it is left. */
const withChosen = (all: readonly string[], chosen: string): readonly string[] =>
  chosen === '' || all.includes(chosen) ? all : [...all, chosen]

const placesOf = (board: Board | null): string[] => {
  const seats = Object.values(board?.seatsById ?? {}).map(({ contest }) => contest.constituency)
  const regions = new Set(seats.map(({ region }) => region))
  const nations = countries.filter((country) => seats.some((seat) => seat.country === country))
  return [...nations, ...[...regions].filter((region) => !nations.includes(region)).toSorted()]
}

/** By how many seats they have or had to do with. */
const partiesOf = (board: Board | null): string[] => {
  const counts = new Map<string, number>()
  for (const { latest, flash, contest } of Object.values(board?.seatsById ?? {})) {
    const verdict = latest?.result.verdict
    const defender = contest.previous?.votes.toSorted((a, b) => b.votes - a.votes)[0]?.party
    for (const party of new Set([verdict?.party, verdict?.from, flash?.winner.party, defender])) {
      if (party) counts.set(party, (counts.get(party) ?? 0) + 1)
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([party]) => party)
}
