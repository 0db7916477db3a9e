import { type Board, expectedAt, type Seat } from '@night/shared/board'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import { fit } from '../fit.ts'
import type { History } from '../history.ts'
import { shownTime } from '../night-clock.ts'
import { pollsWords } from '../night-words.ts'
import { colours } from '../colours.ts'
import { countMark, defenceOf } from '../seat-words.ts'
import { useNightMinute } from '../parts/use-night-minute.ts'
import { Defended } from './defended.tsx'
import { DueTime } from './due-time.tsx'
import { panelMeasure } from './panel-measure.ts'
import { AwaitedLines } from './seat-lines.tsx'

type QuietProps = {
  readonly board: Board
  readonly seats: readonly Seat[]
  readonly few: boolean
  readonly history: ReadonlySignal<History>
  readonly now: ReadonlySignal<number>
}

const nextLines = 16

/** The hours before the first declaration: what is being defended, by whom, and what it would take. [WALL7] */
export const Quiet = ({ board, seats, few, history, now }: QuietProps) => {
  const clock = useNightMinute(history, now)
  const polls = useComputed(() =>
    pollsWords(board.night.pollsClose, shownTime(history.value, now.value)),
  )
  return (
    <div class="quiet">
      <header class="headline">
        <h2>No declaration yet</h2>
        <p>{polls.value}</p>
      </header>
      {few ? (
        <ol class="panels" data-count={seats.length}>
          {seats.map((seat) => (
            <AwaitedPanel
              key={seat.contest.constituency.id}
              {...{ seat, count: seats.length, clock }}
            />
          ))}
        </ol>
      ) : (
        <>
          <p class="quiet-tally" data-tally>
            0 of {seats.length} declared
          </p>
          <AwaitedLines seats={seats.slice(0, nextLines)} clock={clock} />
        </>
      )}
    </div>
  )
}

type AwaitedPanelProps = {
  readonly seat: Seat
  readonly count: number
  readonly clock: ReadonlySignal<number | null>
}

const AwaitedPanel = ({ seat, count, clock }: AwaitedPanelProps) => {
  const { constituency } = seat.contest
  const expected = expectedAt(seat)
  const defence = defenceOf(seat.contest)
  return (
    <li
      class="panel"
      data-seat={constituency.id}
      data-state="awaited"
      style={defence ? colours(defence.party) : {}}
    >
      <p class="panel-head">
        <span class="awaited">{countMark(seat)}</span>
        {expected === null ? (
          <span class="panel-region">{constituency.region}</span>
        ) : (
          <span>
            about <DueTime key={expected} at={expected} clock={clock} />
          </span>
        )}
      </p>
      <h3 class="panel-name fit" style={fit(constituency.name, panelMeasure(count))}>
        {constituency.name}
      </h3>
      <Defended seat={seat} measure={2 / count} />
    </li>
  )
}
