import { clockTime, weekday } from '@night/shared/time'
import { useComputed } from '@preact/signals'
import { modeWords, shownTime } from '../night-clock.ts'
import { ModeMark } from '../parts/mode-mark.tsx'
import type { Work } from './work.ts'

/** Which night it is, what mode it has, and the way to the other screens of the desk. */
export const Top = ({ work: { night, followed, isIn, leave, say } }: { readonly work: Work }) => {
  const { board, history, now } = followed
  const clock = useComputed(() => {
    const time = shownTime(history.value, now.value)
    return time === null ? '' : `${weekday(time)} ${clockTime(time)}`
  })
  const query = `?night=${encodeURIComponent(night)}`
  return (
    <header class="work-top">
      <div class="work-title">
        <h1>The desk’s work</h1>
        <p>{board.value?.night.title}</p>
      </div>
      {board.value && (
        <ModeMark
          mode={board.value.night.mode}
          words={modeWords(board.value.night.mode, history.value.clock, board.value.state)}
        />
      )}
      <p class="work-clock">{clock.value}</p>
      <nav aria-label="The desk">
        <a href={`/desk${query}`}>All seats</a>
        <a href={`/corrections${query}`}>Corrections</a>
        {isIn.value === true && (
          <button
            type="button"
            onClick={() => {
              leave('You have left the desk: the token is forgotten.')
              say('You have left the desk')
            }}
          >
            Leave
          </button>
        )}
      </nav>
    </header>
  )
}
