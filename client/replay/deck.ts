import { clockTime } from '@night/shared/time'
import { computed, type ReadonlySignal } from '@preact/signals'
import { spokenWords } from '../night-words.ts'
import { isStatement } from '../statement.ts'
import { type Chapter, chaptersOf } from './chapters.ts'
import { goTo, goToEdge, look, placeNow, playOn, renew } from './deck-moves.ts'
import { createDeckState, type DeckState, type Picture, pictureOf } from './deck-state.ts'
import type { LoggedNight } from './read-night.ts'
import { declaredAt, type Place, type Tape } from './tape.ts'
import type { View } from './view.ts'

type Readable = {
  readonly [Name in Exclude<keyof DeckState, 'speaker' | 'anchor'>]: ReadonlySignal<
    DeckState[Name] extends ReadonlySignal<infer Value> ? Value : never
  >
}

/** A replay in this browser: what it shows, and where it may be sent. [RPY1] */
export type Deck = Readable &
  Picture & {
    readonly chapters: ReadonlySignal<readonly Chapter[]>
    readonly spoken: ReadonlySignal<string>
    readonly say: (words: string) => void
    readonly place: () => Place
    readonly look: (change: Partial<View>) => void
    /** Goes there and says so. */
    readonly goTo: (place: Place) => void
    /** The same, saying what was said last there. */
    readonly stepTo: (place: Place) => void
    /** Says why it stays where it is. */
    readonly refuse: (words: string) => void
    /** To the end; of a night that goes on, as far as it is. */
    readonly goToEdge: () => void
    readonly renew: (night: LoggedNight) => void
    /** To be called often, with the time of the screen's clock. */
    readonly tick: (now: number) => void
  }

/** "2.45am, 1 declared". */
export const placeWords = (tape: Tape, { time, count }: Place): string =>
  `${clockTime(time)}, ${declaredAt(tape, count)} declared`

/** The night at the place that an address says; `at` is the screen's clock. */
export const createDeck = (first: LoggedNight, search: string, at: number): Deck => {
  const state = createDeckState(first, search, at)
  const { speaker, tape, now, note, view, isWaiting, night } = state
  const move = (place: Place, words: string): void => {
    goTo(state, place)
    speaker.say(words)
  }
  return {
    ...state,
    ...pictureOf(state),
    chapters: computed(() => chaptersOf(tape.value, night.value.definition)),
    spoken: speaker.spoken,
    say: speaker.say,
    place: () => placeNow(state),
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
    renew: (grown) => renew(state, grown),
    tick: (at) => {
      now.value = at
      speaker.tick(at)
      if (view.value.isPlaying && !isWaiting.value) playOn(state)
    },
  }
}
