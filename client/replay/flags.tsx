import { clockTime } from '@night/shared/time'
import type { ReadonlySignal } from '@preact/signals'
import { type Axis, placeOf } from './axis.ts'
import type { Chapter } from './chapters.ts'
import type { Deck } from './deck.ts'
import { shownChapters } from './view-words.ts'

type FlagsProps = { readonly deck: Deck; readonly axis: ReadonlySignal<Axis> }

/** Parts of the line that a letter and the room around a label take. */
const letter = 0.0044
const room = 0.012

/** Chapters on the line: those that have room carry their name. For a pointer; keys have the list and `c`. */
export const Flags = ({ deck, axis }: FlagsProps) => {
  let free = 0
  return (
    <ol class="timeline-flags" aria-hidden="true">
      {shownChapters(deck).map((chapter) => {
        const part = placeOf(axis.value, chapter.time) / axis.value.length
        const length = letter * chapter.short.length + room
        // The last stand to the left of their flags.
        const isTurned = part + length > 1
        const from = isTurned ? part - length : part
        const isNamed = chapter.short !== '' && from >= free
        if (isNamed) free = from + length
        return (
          <li
            key={chapter.count}
            style={{ '--from': `${(100 * part).toFixed(2)}%` }}
            data-turned={isTurned}
          >
            <Flag {...{ deck, chapter, isNamed }} />
          </li>
        )
      })}
    </ol>
  )
}

type FlagProps = { readonly deck: Deck; readonly chapter: Chapter; readonly isNamed: boolean }

const Flag = ({ deck, chapter, isNamed }: FlagProps) => (
  <button
    type="button"
    tabIndex={-1}
    title={`${clockTime(chapter.time)} ${chapter.words}`}
    onClick={() => deck.stepTo(chapter)}
  >
    {isNamed && chapter.short}
  </button>
)
