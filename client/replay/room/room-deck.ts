import type { Board } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import type { ReplayChange } from '@night/shared/replay'
import { instant } from '@night/shared/time'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { freshness } from '../../freshness.ts'
import type { Books } from '../../parts/reading.ts'
import { chaptersOf } from '../chapters.ts'
import { type Deck, type Moves, placeWords } from '../deck.ts'
import type { LoggedNight } from '../read-night.ts'
import { countAt, declaredAt, type Place, placeAt, type Tape } from '../tape.ts'
import { type View, viewOf } from '../view.ts'
import type { RoomClock } from './clock.ts'
import type { RoomFollowed } from './follow-room.ts'
import type { Room } from './room.ts'
import { placeBefore, roomChapters } from './room-tape.ts'

type Parts = {
  readonly logged: LoggedNight
  readonly tape: ReadonlySignal<Tape>
  readonly followed: RoomFollowed
  readonly clock: RoomClock
  readonly room: Room
  readonly books: Books
  readonly search: string
}

/** Milliseconds for which a refusal stands. */
const stays = 8000
/** So many may be on their way before it is said. */
const usual = 2

/** A replay that everyone follows: its picture is the night's, its moves are the server's. [RPR1] */
export const createRoomDeck = (parts: Parts): Deck => {
  const { logged, tape, clock, room, followed, books, search } = parts
  const { time, history } = clock
  const own = signal(viewOf(search))
  const note = createNote(parts)
  const count = computed(() => countAt(tape.value, time.value))
  const board = computed(() => history.value.board)
  const declared = computed(() => declaredIn(board.value))
  const { now, moment, spoken, say } = followed
  return {
    tape,
    time,
    count,
    history,
    board,
    declared,
    books,
    now,
    moment,
    spoken,
    say,
    ...movesOf(parts, own, note),
    night: signal(logged),
    view: computed((): View => ({ ...own.value, ...clock.state.value })),
    seen: seenSoFar(time, count),
    isWaiting: signal(false),
    note: note.words,
    chapters: computed(() => roomChapters(tape.value, logged)),
    chaptersOnTheWay: computed(() => chaptersOf(tape.value, logged.definition, false)),
    source: signal(['REPLAY', 'Everyone who follows sees this'] as const),
    remark: computed(() => remarkOf(parts, declared.value)),
    back: null,
    isShared: true,
    isLocked: room.isLocked,
  }
}

/** How far the picture may be believed, and how much of it is still on its way. */
const remarkOf = ({ tape, clock, followed }: Parts, declared: number): string => {
  const { state, words } = freshness(clock.history.value, followed.now.value)
  if (state !== 'fresh') return words
  const expected = declaredAt(tape.value, countAt(tape.value, clock.time.value))
  if (Math.abs(expected - declared) <= usual) return ''
  return `Catching up: ${declared} of ${expected}`
}

const movesOf = (
  { tape, clock, room, followed: { say } }: Parts,
  own: Signal<View>,
  { refuse }: Note,
): Pick<Deck, Moves> => {
  const { time } = clock
  const move = (change: ReplayChange): void => {
    if (room.isLocked.value) refuse(`${room.words.value}: nobody else moves it`)
    else clock.move(change)
  }
  const goTo = (place: Place): void => {
    move({ position: instant(place.time) })
    if (!room.isLocked.value) say(placeWords(tape.value, place))
  }
  return {
    place: () => ({ time: time.value, count: countAt(tape.value, time.value) }),
    placeBefore: () => placeBefore(tape.value, time.value),
    look: ({ speed, isPlaying, ...change }) => {
      own.value = { ...own.value, ...change }
      if (speed !== undefined) move({ speed })
      if (isPlaying !== undefined) move({ playing: isPlaying })
    },
    goTo,
    stepTo: goTo,
    refuse,
    goToEdge: () => goTo(placeAt(tape.value, tape.value.end)),
  }
}

const declaredIn = (board: Board | null): number => (board ? declaredSeats(board).length : 0)

type Note = ReturnType<typeof createNote>

const createNote = ({ followed: { now, say }, clock }: Parts) => {
  const said = signal({ words: '', at: 0 })
  const refuse = (words: string): void => {
    said.value = { words, at: now.peek() }
    say(words)
  }
  effect(() => {
    if (clock.refusal.value !== '') refuse(clock.refusal.value)
  })
  const words = computed(() => (now.value - said.value.at < stays ? said.value.words : ''))
  return { words, refuse }
}

/** As far as this page has ever been. */
const seenSoFar = (
  time: ReadonlySignal<number>,
  count: ReadonlySignal<number>,
): ReadonlySignal<Place> => {
  const seen = signal<Place>({ time: time.value, count: count.value })
  effect(() => {
    const [now, before] = [{ time: time.value, count: count.value }, seen.peek()]
    if (now.time <= before.time && now.count <= before.count) return
    seen.value = {
      time: Math.max(before.time, now.time),
      count: Math.max(before.count, now.count),
    }
  })
  return seen
}
