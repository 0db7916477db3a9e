import type { Board } from '@night/shared/board'
import { ownTime } from '@night/shared/tally/schedule'
import { clockTime, weekday } from '@night/shared/time'
import { useComputed, useSignalEffect } from '@preact/signals'
import { modeWords, shownTime } from '../night-clock.ts'
import { againstWords, tallyWords } from '../night-words.ts'
import type { Followed } from '../parts/follow-night.ts'
import { lookBack } from '../parts/look-back.ts'
import { ModeMark } from '../parts/mode-mark.tsx'
import type { Books } from '../parts/reading.ts'
import { SeatView } from '../parts/seat/seat-view.tsx'
import { Spoken } from '../parts/spoken.tsx'
import { useAge } from '../parts/use-age.ts'
import { useNightMinute } from '../parts/use-night-minute.ts'

type SeatPageProps = {
  readonly id: string
  readonly followed: Followed
  readonly books: Books
}

/** One seat, for whoever stands in the hall. [SEA1] */
export const SeatPage = ({ id, followed, books }: SeatPageProps) => {
  const { board, history, spoken, say } = followed
  const minute = useNightMinute(history, followed.now)
  const seat = board.value?.seatsById[id]
  const mode = board.value?.night.mode
  useSignalEffect(() => {
    const name = board.value?.seatsById[id]?.contest.constituency.name
    if (name !== undefined) document.title = `${name}: ${board.value?.night.title}`
  })
  const { problem } = history.value
  return (
    <div class={mode !== undefined && mode !== 'live' ? 'seat-page not-live' : 'seat-page'}>
      <Night followed={followed} />
      <main>
        {board.value === null && (
          <div class="seat-wait" data-problem={problem?.code}>
            <h1>{problem?.title ?? 'Waiting for the night'}</h1>
            <p class="part-note">{problem?.detail}</p>
          </div>
        )}
        {board.value !== null && !seat && <NotHere id={id} board={board.value} />}
        {board.value !== null && seat && (
          <>
            <h1 class="seat-name">{seat.contest.constituency.name}</h1>
            <SeatView
              board={board.value}
              level={2}
              now={ownTime(board.value, minute.value)}
              {...{ seat, books, say }}
            />
          </>
        )}
      </main>
      <Foot followed={followed} />
      <Spoken spoken={spoken} />
    </div>
  )
}

/** The seat is not of this night: that is an answer too. [SEA7] */
const NotHere = ({ id, board }: { readonly id: string; readonly board: Board }) => (
  <div class="seat-wait" data-state="not-here">
    <h1>Not in this night</h1>
    <p class="part-note">
      {id || 'This address'} is no constituency of {board.night.title}. It has{' '}
      {Object.keys(board.seatsById).length} of them:{' '}
      <a href={`/desk?night=${encodeURIComponent(board.night.id)}`}>see them all</a>.
    </p>
  </div>
)

const Night = ({ followed: { board, history, now } }: Pick<SeatPageProps, 'followed'>) => {
  const time = useComputed(() => shownTime(history.value, now.value))
  const clock = useComputed(() =>
    time.value === null ? '' : `${weekday(time.value)} ${clockTime(time.value)}`,
  )
  if (!board.value) return null
  const { night, state } = board.value
  return (
    <header class="seat-night">
      <p class="seat-title">
        <a href={`/desk?night=${encodeURIComponent(night.id)}`}>{night.title}</a>
      </p>
      <p class="seat-mode">
        <ModeMark mode={night.mode} words={modeWords(night.mode, history.value.clock, state)} />{' '}
        {tallyWords(board.value)}
      </p>
      {night.mode !== 'recorded' && (
        <>
          <p>{clock.value}</p>
          <button type="button" class="look-back" onClick={lookBack}>
            Look back
          </button>
        </>
      )}
    </header>
  )
}

const Foot = ({ followed }: Pick<SeatPageProps, 'followed'>) => {
  const { board } = followed
  const { state, words } = useAge(followed)
  return (
    <footer class="seat-foot" data-state={state.value}>
      <p>{words.value}</p>
      {board.value && <p>Gain, hold and swing: {againstWords(board.value)}</p>}
    </footer>
  )
}
