import { clockTime, weekday } from '@night/shared/time'
import { useComputed } from '@preact/signals'
import { ModeMark } from '../parts/mode-mark.tsx'
import type { Deck } from './deck.ts'
import { declaredAt } from './tape.ts'
import { sourceWords, twoClocks } from './view-words.ts'

/** What is played, how late it is there, how far it is; and the second clock where there are two. [RPY8 RPY10] */
export const Clocks = ({ deck }: { readonly deck: Deck }) => {
  const { night, tape, time, count, view, isWaiting } = deck
  const day = useComputed(() => weekday(time.value).slice(0, 3))
  const clock = useComputed(() => clockTime(time.value))
  const tally = useComputed(() => declaredAt(tape.value, count.value))
  const clocks = useComputed(() => twoClocks(tape.value.entries[count.value - 1]))
  const [mark, words] = sourceWords(night.value)
  const { contests } = night.value.definition
  return (
    <div class="clocks">
      <p class="clocks-source">
        <ModeMark mode="replay" words={mark} /> {words}
      </p>
      <p class="clocks-time">
        <span class="clocks-day">{day.value}</span> <b data-clock>{clock.value}</b>{' '}
        <span class="clocks-tally">
          {tally.value} of {contests.length} declared
        </span>
      </p>
      <p class="clocks-note" data-note={deck.note.value !== ''}>
        {deck.note.value ||
          (isWaiting.value && 'Waiting for what comes next') ||
          clocks.value ||
          (view.value.hindsight ? 'With hindsight' : 'As known then')}
      </p>
    </div>
  )
}
