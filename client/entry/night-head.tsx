import { clockTime, weekday } from '@night/shared/time'
import { useComputed } from '@preact/signals'
import { modeWords, shownTime } from '../night-clock.ts'
import type { Followed } from '../parts/follow-night.ts'
import { ModeMark } from '../parts/mode-mark.tsx'

/** Which night it is, whether it goes on air, and what time it is there. */
export const NightHead = ({
  followed: { board, history, now },
}: {
  readonly followed: Followed
}) => {
  const clock = useComputed(() => {
    const time = shownTime(history.value, now.value)
    return time === null ? '' : `${weekday(time)} ${clockTime(time)}`
  })
  if (!board.value) return null
  const { night, state } = board.value
  return (
    <header class="night-head">
      <p class="night-title">
        <a href={`/entry?night=${encodeURIComponent(night.id)}`}>{night.title}</a>
      </p>
      <ModeMark mode={night.mode} words={modeWords(night.mode, history.value.clock, state)} />
      <p class="night-clock">{clock.value}</p>
    </header>
  )
}
