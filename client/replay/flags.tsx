import { clockTime } from '@night/shared/time'
import type { ReadonlySignal } from '@preact/signals'
import type { Axis } from './axis.ts'
import type { Deck } from './deck.ts'
import { type PlacedFlag, placedFlags } from './flag-places.ts'
import { shownChapters } from './view-words.ts'

type FlagsProps = { readonly deck: Deck; readonly axis: ReadonlySignal<Axis> }

/** Chapters on the line: each says what it is when it is pointed at or has the focus; arrows go from one to the next. */
export const Flags = ({ deck, axis }: FlagsProps) => (
  <ol class="timeline-flags" aria-label="Chapters" onKeyDown={moveFocus}>
    {placedFlags(shownChapters(deck), axis.value).map((flag, index) => (
      <li
        key={flag.chapter.count}
        style={{ '--from': `${(100 * flag.part).toFixed(2)}%` }}
        data-turned={flag.isTurned}
        data-end={flag.part > 0.5}
      >
        <Flag {...{ deck, flag }} isFirst={index === 0} />
      </li>
    ))}
  </ol>
)

/** One stop for the Tab key. */
const moveFocus = (event: KeyboardEvent & { readonly currentTarget: Element }): void => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const flags = Array.from(event.currentTarget.querySelectorAll('button'))
  const place = flags.findIndex((flag) => flag === document.activeElement)
  flags[Math.max(0, Math.min(flags.length - 1, place + step))]?.focus()
}

type FlagProps = { readonly deck: Deck; readonly flag: PlacedFlag; readonly isFirst: boolean }

const Flag = ({ deck, flag: { chapter, isNamed }, isFirst }: FlagProps) => {
  const words = `${clockTime(chapter.time)} ${chapter.words}`
  return (
    <>
      <button
        type="button"
        tabIndex={isFirst ? 0 : -1}
        aria-label={isNamed ? `${chapter.short}, ${words}` : words}
        onClick={() => deck.stepTo(chapter)}
      >
        {isNamed && chapter.short}
      </button>
      <span class="timeline-words" aria-hidden="true">
        {words}
      </span>
    </>
  )
}
