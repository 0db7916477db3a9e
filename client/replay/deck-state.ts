import type { Board } from '@night/shared/board'
import { instant } from '@night/shared/time'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { History } from '../history.ts'
import { createSpeaker } from '../parts/speaker.ts'
import { type Moment, noMoment } from '../wall/moment.ts'
import { backIn } from './back.ts'
import { createBoards } from './boards.ts'
import type { LoggedNight } from './read-night.ts'
import { type Place, placeAt, type Tape, tapeAsKnown, tapeWithHindsight } from './tape.ts'
import { placeIn, type View, viewOf } from './view.ts'

/** The night's clock stood at `time` when the screen's stood at `setAt`. */
type Anchor = { readonly time: number; readonly setAt: number }

/** What a replay is made of. Times are the night's, `now` is the screen's own. */
export type DeckState = {
  readonly night: Signal<LoggedNight>
  readonly view: Signal<View>
  readonly now: Signal<number>
  readonly anchor: Signal<Anchor>
  /** Entries that are told. */
  readonly count: Signal<number>
  /** As far as this page has ever been. */
  readonly seen: Signal<Place>
  /** It has come to the end of a night that goes on. */
  readonly isWaiting: Signal<boolean>
  readonly moment: Signal<Moment>
  /** Why a move was not possible, until the next one. */
  readonly note: Signal<string>
  readonly speaker: ReturnType<typeof createSpeaker>
  readonly tape: ReadonlySignal<Tape>
  readonly time: ReadonlySignal<number>
}

/** Where an address says; else at the beginning, and for who looks back at the end. */
const firstPlace = (tape: Tape, search: string): Place => {
  const asked = placeIn(search)
  const first = backIn(search) === null ? tape.start : tape.end
  const place = placeAt(tape, asked?.time ?? first)
  const count = asked?.count ?? place.count
  return { time: place.time, count: Math.min(tape.entries.length, count) }
}

export const createDeckState = (first: LoggedNight, search: string, at: number): DeckState => {
  const [night, view] = [signal(first), signal(viewOf(search))]
  const isHindsight = computed(() => view.value.hindsight)
  const tape = computed(() => {
    const { events, definition } = night.value
    const reel = { events, pollsClose: definition.pollsClose }
    return isHindsight.value ? tapeWithHindsight(reel) : tapeAsKnown(reel)
  })
  const begin = firstPlace(tape.value, search)
  const now = signal(at)
  const anchor = signal({ time: begin.time, setAt: now.value })
  const isWaiting = signal(false)
  const time = computed(() => {
    const { isPlaying, speed } = view.value
    const { time: stood, setAt } = anchor.value
    if (!isPlaying || speed === 'max' || isWaiting.value) return stood
    return Math.min(tape.value.end, stood + Math.max(0, now.value - setAt) * speed)
  })
  return {
    night,
    view,
    now,
    anchor,
    isWaiting,
    tape,
    time,
    count: signal(begin.count),
    seen: signal(begin),
    moment: signal(noMoment),
    note: signal(''),
    speaker: createSpeaker(),
  }
}

export type Picture = {
  readonly board: ReadonlySignal<Board>
  readonly history: ReadonlySignal<History>
}

/** What the screens draw: a board, and a history that says nothing but what it is. */
export const pictureOf = (state: DeckState): Picture => {
  const { night, tape, count, view, anchor, isWaiting } = state
  const boards = computed(() => createBoards(night.value.definition, tape.value))
  const board = computed(() => boards.value.at(count.value))
  const history = computed((): History => {
    const { isPlaying, speed } = view.value
    const { time, setAt } = anchor.value
    // What waits at the edge shows the time of what is known last.
    const heardAt = isWaiting.value ? Number.POSITIVE_INFINITY : setAt
    return {
      board: board.value,
      link: 'connected',
      clock: { now: instant(time), speed, playing: isPlaying, heardAt },
      // A log that is in hand does not grow old; what it says is said by the replay's own voice.
      heardAt: Number.POSITIVE_INFINITY,
      problem: null,
      arrived: [],
      wants: 'nothing',
    }
  })
  return { board, history }
}
