import type { Board, Seat } from '@night/shared/board'
import { useSignal } from '@preact/signals'
import type { Followed } from '../parts/follow-night.ts'
import { isFound, wordsIn } from '../parts/plain.ts'
import { NightHead } from './night-head.tsx'
import { unknownToken } from './send.ts'
import { TokenPage } from './token-page.tsx'

type SeatsProps = {
  readonly followed: Followed
  /** Whether this tab has one, which may be refused. */
  readonly hasToken: boolean
}

/** The seats of the night, to choose the one that is to be read out. [ENT8] */
export const SeatsPage = ({ followed, hasToken }: SeatsProps) => {
  const { board, history } = followed
  const { problem } = history.value
  if (problem?.code === 'no-token') return <TokenPage words={hasToken ? unknownToken : null} />
  if (board.value === null) {
    return (
      <main class="entry entry-wait">
        <h1>{problem?.title ?? 'Waiting for the night'}</h1>
        <p class="part-note">{problem?.detail}</p>
      </main>
    )
  }
  const { mode } = board.value.night
  return (
    <div class={`entry seats-page${mode === 'live' ? '' : ' not-live'}`} data-mode={mode}>
      <NightHead followed={followed} />
      <main>
        <h1 class="entry-name">Which constituency?</h1>
        <Chooser board={board.value} />
      </main>
    </div>
  )
}

const Chooser = ({ board }: { readonly board: Board }) => {
  const text = useSignal('')
  const words = wordsIn(text.value)
  const seats = Object.values(board.seatsById)
    .filter((seat) => isFound(words, nameOf(seat)))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
  return (
    <>
      <label class="box seat-search">
        <span class="box-name">Part of the name</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value
          }}
        />
      </label>
      <p class="part-note" role="status">
        {seats.length === 0
          ? 'No constituency of this night has such a name.'
          : `${seats.length} of ${Object.keys(board.seatsById).length} constituencies`}
      </p>
      <ol class="seat-list">
        {seats.map((seat) => (
          <li key={seat.contest.constituency.id}>
            <a
              href={`/entry/${seat.contest.constituency.id}?night=${encodeURIComponent(board.night.id)}`}
            >
              {nameOf(seat)} <span>{seat.latest ? 'declared' : 'awaited'}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}

const nameOf = ({ contest }: Seat): string => contest.constituency.name
