import { clockTime, digitalTime, milliseconds, weekday } from '@night/shared/time'
import { isStatement } from '../statement.ts'
import { type Axis, axisOf } from './axis.ts'
import type { Chapter } from './chapters.ts'
import type { Deck } from './deck.ts'
import type { DeckState } from './deck-state.ts'
import type { LoggedNight } from './read-night.ts'
import { declaredAt, type Entry, type Place, type Tape } from './tape.ts'

const hour = 3_600_000
/** Without spoilers a night is as long as nights are. */
const usualNight = 12 * hour

type Sight = Pick<Deck, 'tape' | 'view' | 'seen'>

/** What of the night may be seen on the line: all of it, or only as far as the page has been. [RPY9] */
export const shownTape = ({ tape, view, seen }: Sight): Tape => {
  if (view.value.spoilers) return tape.value
  const { start, entries } = tape.value
  const { time, count } = seen.value
  return {
    entries: entries.slice(0, count),
    start,
    end: Math.max(start + usualNight, Math.ceil(time / hour + 1) * hour),
  }
}

/** The line's axis. The end is no secret where everything may be seen. */
export const shownAxis = (sight: Sight): Axis => {
  const shown = shownTape(sight)
  return axisOf(
    shown.entries.map(({ time }) => time),
    shown,
  )
}

/** Chapters that may be known of. [RPY9] */
export const shownChapters = ({
  chapters,
  chaptersOnTheWay,
  tape,
  view,
  seen,
}: Sight & Pick<Deck, 'chapters' | 'chaptersOnTheWay'>): readonly Chapter[] => {
  const { count: most } = seen.value
  if (view.value.spoilers || most >= tape.value.entries.length) return chapters.value
  return chaptersOnTheWay.value.filter(({ count }) => count <= most)
}

/** "02:45, 1 declared". */
export const lineWords = (tape: Tape, { time, count }: Place): string =>
  `${digitalTime(time)}, ${declaredAt(tape, count)} declared`

/** The same of where somebody drags; without spoilers only the time of what is ahead. [RPY9] */
export const dragWords = ({ tape, view, seen }: Sight, place: Place): string =>
  view.value.spoilers || (place.time <= seen.value.time && place.count <= seen.value.count)
    ? lineWords(tape.value, place)
    : digitalTime(place.time)

/** "2 h 28 min". */
export const lengthWords = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}

const modeWordsOf = {
  recorded: ['RECORDED', 'Private replay of a recorded night'],
  live: ['REPLAY', 'Private replay of a live night'],
  rehearsal: ['REHEARSAL', 'Private replay of a rehearsal'],
  replay: ['REPLAY', 'Private replay of a replay'],
} as const

/** What is being played, so that nobody takes it for live. [RPY8] */
export const sourceWords = ({ mode }: LoggedNight) => modeWordsOf[mode]

/** What is to be known of this moment. [RPY10 RPY12] */
export const remarkOf = ({
  tape,
  count,
  view,
  isWaiting,
}: Pick<DeckState, 'tape' | 'count' | 'view' | 'isWaiting'>): string => {
  if (isWaiting.value) return 'Waiting for what comes next'
  const clocks = twoClocks(tape.value.entries[count.value - 1])
  return clocks || (view.value.hindsight ? 'With hindsight' : 'As known then')
}

/** "LOOKING BACK 12 min": how far behind the night, and that nothing is missing where nothing newer is known. [RPR5] */
export const lookingBackWords = ({ tape, count, time, now, view, night }: BackSight): string => {
  const { entries, end } = tape.value
  if (count.value >= entries.length) return 'LOOKING BACK: nothing newer is known'
  const { mode } = night.value
  const isToday = (mode === 'live' || mode === 'rehearsal') && !view.value.hindsight
  const edge = isToday ? Math.max(now.value, end) : end
  return `LOOKING BACK ${lengthWords(Math.max(60_000, edge - time.value))}`
}

type BackSight = Pick<Deck, 'tape' | 'count' | 'time' | 'now' | 'view' | 'night'>

/** "Declared 1.45am, known 2.10am", where the two are more than a minute apart; else nothing. [RPY10] */
export const twoClocks = (entry: Entry | undefined): string => {
  if (!entry || !isStatement(entry.event)) return ''
  const [declared, known] = [entry.event.at, entry.event.publishedAt].map(milliseconds)
  if (declared === undefined || known === undefined || Math.abs(known - declared) <= 60_000)
    return ''
  const isFar = Math.abs(known - declared) > 12 * hour
  const words = (time: number): string =>
    isFar ? `${weekday(time).slice(0, 3)} ${clockTime(time)}` : clockTime(time)
  return `Declared ${words(declared)}, known ${words(known)}`
}
