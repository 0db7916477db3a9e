import { clockTime, weekday } from '@night/shared/time'
import { useComputed } from '@preact/signals'
import { ModeMark } from '../parts/mode-mark.tsx'
import type { Deck } from './deck.ts'

/** What is played, how late it is there, how far it is; and the second clock where there are two. [RPY8 RPY10] */
export const Clocks = ({ deck }: { readonly deck: Deck }) => {
  const { night, time, declared, source, remark, note } = deck
  const day = useComputed(() => weekday(time.value).slice(0, 3))
  const clock = useComputed(() => clockTime(time.value))
  const [mark, words] = source.value
  const { contests } = night.value.definition
  return (
    <div class="clocks">
      <p class="clocks-source">
        <ModeMark mode="replay" words={mark} /> {words}
      </p>
      <p class="clocks-time">
        <span class="clocks-day">{day.value}</span> <b data-clock>{clock.value}</b>{' '}
        <span class="clocks-tally">
          {declared.value} of {contests.length} declared
        </span>
      </p>
      <p class="clocks-note" data-note={note.value !== ''}>
        {note.value || remark.value}
      </p>
    </div>
  )
}
