import type { Board } from '@night/shared/board'
import { clockTime } from '@night/shared/time'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { History } from '../history.ts'
import { spokenWords } from '../night-words.ts'
import type { Books } from '../parts/reading.ts'
import { isStatement } from '../statement.ts'
import { backIn } from './back.ts'
import { booksOf } from './books.ts'
import { type Chapter, chaptersOf } from './chapters.ts'
import { goTo, goToEdge, look, placeNow, playOn, renew } from './deck-moves.ts'
import { createDeckState, type DeckState, type Picture, pictureOf } from './deck-state.ts'
import { isGoingOn, type LoggedNight } from './read-night.ts'
import { declaredAt, type Place, type Tape } from './tape.ts'
import type { View } from './view.ts'
import { remarkOf, sourceWords } from './view-words.ts'

type Readable = {
  readonly [Name in Exclude<keyof DeckState, 'speaker' | 'anchor'>]: ReadonlySignal<
    DeckState[Name] extends ReadonlySignal<infer Value> ? Value : never
  >
}

/** A replay: what it shows, and where it may be sent. One's own, or one that everyone follows. [RPY1 RPR1] */
export type Deck = Readable & {
  readonly history: ReadonlySignal<History>
  readonly board: ReadonlySignal<Board | null>
  readonly chapters: ReadonlySignal<readonly Chapter[]>
  /** The same without what only the end tells. */
  readonly chaptersOnTheWay: ReadonlySignal<readonly Chapter[]>
  /** Seats that have figures in the picture. */
  readonly declared: ReadonlySignal<number>
  /** What is played, so that nobody takes it for live: a mark, and words. */
  readonly source: ReadonlySignal<readonly [mark: string, words: string]>
  /** What is to be known of this moment. */
  readonly remark: ReadonlySignal<string>
  /** The live screen from which somebody looks back. */
  readonly back: string | null
  /** Everyone follows it, and whoever drives moves it for all. */
  readonly isShared: boolean
  /** Somebody else drives. */
  readonly isLocked: ReadonlySignal<boolean>
  readonly books: Books
  readonly spoken: ReadonlySignal<string>
  readonly say: (words: string) => void
  readonly place: () => Place
  /** The place from which what came before is looked for. */
  readonly placeBefore: () => Place
  readonly look: (change: Partial<View>) => void
  /** Goes there and says so. */
  readonly goTo: (place: Place) => void
  /** The same, saying what was said last there. */
  readonly stepTo: (place: Place) => void
  /** Says why it stays where it is. */
  readonly refuse: (words: string) => void
  /** To the end; of a night that goes on, as far as it is. */
  readonly goToEdge: () => void
}

/** A replay in this browser. */
export type OwnDeck = Omit<Deck, 'board'> & {
  readonly board: Picture['board']
  readonly renew: (night: LoggedNight) => void
  /** To be called often, with the time of the screen's clock. */
  readonly tick: (now: number) => void
}

/** "2.45am, 1 declared". */
export const placeWords = (tape: Tape, { time, count }: Place): string =>
  `${clockTime(time)}, ${declaredAt(tape, count)} declared`

/** Nothing is awaited any more: what was last is the last. [RPY5] */
const isOver = (tape: Tape, night: LoggedNight): boolean =>
  !isGoingOn(night) || declaredAt(tape, tape.entries.length) === night.definition.contests.length

/** The night at the place that an address says; `at` is the screen's clock. */
export const createDeck = (first: LoggedNight, search: string, at: number): OwnDeck => {
  const state = createDeckState(first, search, at)
  const { speaker, tape, now, view, isWaiting, night, count } = state
  return {
    ...state,
    ...pictureOf(state),
    ...movesOf(state),
    chapters: computed(() =>
      chaptersOf(tape.value, night.value.definition, isOver(tape.value, night.value)),
    ),
    chaptersOnTheWay: computed(() => chaptersOf(tape.value, night.value.definition, false)),
    declared: computed(() => declaredAt(tape.value, count.value)),
    source: computed(() => sourceWords(night.value)),
    remark: computed(() => remarkOf(state)),
    back: backIn(search),
    isShared: false,
    isLocked: signal(false),
    books: booksOf(state),
    spoken: speaker.spoken,
    say: speaker.say,
    renew: (grown) => renew(state, grown),
    tick: (at) => {
      now.value = at
      speaker.tick(at)
      if (view.value.isPlaying && !isWaiting.value) playOn(state)
    },
  }
}

export type Moves = 'place' | 'placeBefore' | 'look' | 'goTo' | 'stepTo' | 'refuse' | 'goToEdge'

const movesOf = (state: DeckState): Pick<Deck, Moves> => {
  const { speaker, tape, note } = state
  const move = (place: Place, words: string): void => {
    goTo(state, place)
    speaker.say(words)
  }
  return {
    place: () => placeNow(state),
    placeBefore: () => placeNow(state),
    look: (change) => look(state, change),
    goTo: (place) => move(place, placeWords(tape.value, place)),
    stepTo: (place) => {
      const event = tape.value.entries[place.count - 1]?.event
      const words = event && isStatement(event) ? `${spokenWords([event])} ` : ''
      move(place, words + placeWords(tape.value, place))
    },
    refuse: (words) => {
      note.value = words
      speaker.say(words)
    },
    goToEdge: () => {
      goToEdge(state)
      speaker.say(placeWords(tape.value, placeNow(state)))
    },
  }
}
