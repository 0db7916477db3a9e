import { clockTime } from '@night/shared/time'
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import { type Axis, hoursOf, mostOf, placeOf, timeAsked } from './axis.ts'
import type { Deck } from './deck.ts'
import { box, densityOf } from './density.ts'
import { Flags } from './flags.tsx'
import { countAt, type Place, placeAt } from './tape.ts'
import { dragWords, lengthWords, lineWords, shownAxis, shownTape } from './view-words.ts'

type TimelineProps = { readonly deck: Deck }
type AxisProps = TimelineProps & { readonly axis: ReadonlySignal<Axis> }

const partOf = (axis: Axis, time: number): string =>
  `${((100 * placeOf(axis, time)) / axis.length).toFixed(2)}%`

/** The night as a line: chapters, how much declared when, and where the replay stands. [RPY6] */
export const Timeline = ({ deck }: TimelineProps) => {
  const axis = useComputed(() => shownAxis(deck))
  return (
    <div class="timeline">
      <Flags deck={deck} axis={axis} />
      <Density deck={deck} axis={axis} />
      <Slider deck={deck} axis={axis} />
    </div>
  )
}

/** The part of the line that says how long a quiet hour was. */
const roomForWords = 0.045

const Density = ({ deck, axis }: AxisProps) => {
  const paths = useComputed(() => densityOf(shownTape(deck), axis.value))
  const { bars, gains, corrections } = paths.value
  return (
    <div class="timeline-night" aria-hidden="true">
      {axis.value.quiets.map(({ from, to, width }) => (
        <span
          class="timeline-quiet"
          key={from}
          style={{ '--from': partOf(axis.value, from), '--to': partOf(axis.value, to) }}
        >
          {width / axis.value.length > roomForWords && lengthWords(to - from)}
        </span>
      ))}
      <svg
        class="timeline-density"
        viewBox={`0 0 ${box.width} ${box.height}`}
        preserveAspectRatio="none"
      >
        <path d={bars} />
        <path class="timeline-corrections" d={corrections} />
      </svg>
      <svg
        class="timeline-gains"
        viewBox={`0 0 ${box.width} ${box.height}`}
        preserveAspectRatio="none"
      >
        <path d={gains} />
      </svg>
      {hoursOf(axis.value).map((time) => (
        <span class="timeline-hour" key={time} style={{ '--from': partOf(axis.value, time) }}>
          {clockTime(time).replace('.00', '')}
        </span>
      ))}
      <LoopMark deck={deck} axis={axis} />
      <Ahead deck={deck} axis={axis} />
    </div>
  )
}

const Ahead = ({ deck, axis }: AxisProps) => (
  <span class="timeline-ahead" style={{ '--from': partOf(axis.value, deck.time.value) }} />
)

const LoopMark = ({ deck, axis }: AxisProps) => {
  const { loop } = deck.view.value
  if (!loop) return null
  const { from, to } = loop
  return (
    <span
      class="timeline-loop"
      data-whole={to !== null}
      style={{ '--from': partOf(axis.value, from), '--to': partOf(axis.value, to ?? from) }}
    />
  )
}

/** Dragging tells what is there; letting go goes there. [RPY6] */
const Slider = ({ deck, axis }: AxisProps) => {
  const { tape, time, count } = deck
  const dragged = useSignal<number | null>(null)
  const place = useComputed((): Place => {
    const at = dragged.value
    if (at === null) return { time: time.value, count: count.value }
    return { time: at, count: countAt(tape.value, at) }
  })
  const words = useComputed(() =>
    dragged.value === null ? lineWords(tape.value, place.value) : dragWords(deck, place.value),
  )
  const asked = ({ valueAsNumber }: HTMLInputElement): number =>
    timeAsked(axis.value, valueAsNumber, time.value)
  return (
    <>
      <input
        class="timeline-slider"
        type="range"
        disabled={deck.isLocked.value}
        aria-label="Time of the night"
        aria-valuetext={words.value}
        min={0}
        max={mostOf(axis.value)}
        value={Math.round(placeOf(axis.value, place.value.time))}
        onInput={({ currentTarget }) => {
          dragged.value = asked(currentTarget)
        }}
        onChange={({ currentTarget }) => {
          dragged.value = null
          deck.goTo(placeAt(tape.value, asked(currentTarget)))
        }}
      />
      {dragged.value !== null && (
        <Preview part={partOf(axis.value, dragged.value)} words={words.value} />
      )}
    </>
  )
}

const Preview = ({ part, words }: { readonly part: string; readonly words: string }) => (
  <p class="timeline-preview" aria-hidden="true" style={{ '--from': part }}>
    {words}
  </p>
)
