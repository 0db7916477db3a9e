import { type Board, expectedAt } from './board.ts'
import { type DeclaredSeat, declaredSeats, isDeclared } from './declared.ts'
import { plural } from './figures.ts'
import { ownTime } from './tally/schedule.ts'
import { clockTime, milliseconds } from './time.ts'

/** What the feed's silence means at this hour. Spans are milliseconds; `usual` is null where nothing tells. */
type Silence = {
  readonly state: 'as-expected' | 'unusual' | 'fault'
  readonly quietFor: number
  /** How long it usually takes to the next declaration at this hour. */
  readonly usual: number | null
  readonly words: string
}

const minute = 60_000
const hour = 60 * minute

/**
 * How many declarations must be overdue, and how many minutes quiet. Measured on the general elections of 2019 and
 * 2024: in no pause of three minutes were more than 7.0 overdue, and that one was while eight seats were left.
 */
const limits = {
  unusual: { due: 4.5, quiet: 2 * minute },
  fault: { due: 9, quiet: 3 * minute },
} as const

/**
 * Whether a silence is what this hour of the night is like. So many declarations as should have come meanwhile, by the
 * pace of the last twenty and by the schedule, are overdue; `now` is the night's clock. [SIL1 SIL2 SIL3]
 */
export const silenceOf = (board: Board, now: number): Silence => {
  const times = declaredSeats(board)
    .map(heardAt)
    .toSorted((a, b) => a - b)
  const opened = milliseconds(board.night.pollsClose)
  const last = times.at(-1) ?? opened
  const quietFor = Math.max(0, now - last)
  const left = Object.keys(board.seatsById).length - times.length
  if (board.state === 'closed' || left === 0 || ownTime(board, now) === null)
    return { state: 'as-expected', quietFor, usual: null, words: '' }
  const due = expecting(board, [opened, ...times])
  const overdue = due(quietFor)
  const meanwhile = quietFor < minute ? due(minute) : overdue
  const usual = meanwhile > 0 ? Math.max(quietFor, minute) / meanwhile : null
  const words = wordsOf({ quietFor, usual, last: times.at(-1) ?? null })
  return { state: stateOf(overdue, quietFor), quietFor, usual, words }
}

/** How many declarations should come in a span after the last of these times; the schedule is believed by half. */
const expecting = (board: Board, times: readonly number[]): ((span: number) => number) => {
  const pace = paceOf(times, Object.keys(board.seatsById).length - times.length + 1)
  const timetable = timetableOf(board, times.at(-1) ?? 0)
  return (span) => Math.max(pace(span), timetable(span) / 2)
}

/** When the feed last told something of a seat; a correction of it does not count. */
const heardAt = ({ latest, firstAt }: DeclaredSeat): number =>
  milliseconds(latest.kind === 'declared' ? latest.publishedAt : (firstAt ?? latest.at))

const stateOf = (due: number, quietFor: number): Silence['state'] => {
  const isOver = ({ due: most, quiet }: (typeof limits)['fault' | 'unusual']): boolean =>
    due >= most && quietFor >= quiet
  if (isOver(limits.fault)) return 'fault'
  return isOver(limits.unusual) ? 'unusual' : 'as-expected'
}

const counted = 20

/** By the pace of the last twenty, which slackens as fewer seats are left: never more than are left. */
const paceOf = (times: readonly number[], left: number): ((span: number) => number) => {
  const recent = times.slice(-counted - 1)
  const took = (recent.at(-1) ?? 0) - (recent[0] ?? 0)
  const pace = (recent.length - 1) / Math.max(minute, took)
  return (span) => left * (1 - Math.exp((-span * pace) / left))
}

/** By the schedule: how many awaited seats would declare after `last`, were they as late as seats are. */
const timetableOf = (board: Board, last: number): ((span: number) => number) => {
  const awaited = Object.values(board.seatsById).filter((seat) => !isDeclared(seat))
  const expected = awaited.map(expectedAt).filter((time) => time !== null)
  const lateness = expected.map((time) => last - milliseconds(time))
  const unknown = awaited.length / Math.max(1, expected.length)
  return (span) =>
    unknown * lateness.reduce((sum, late) => sum + 1 - stillOut(late + span) / stillOut(late), 0)
}

/** What part of seats is still out so long after its expected time: half of them half an hour after, few two hours. */
const stillOut = (late: number): number => {
  const along = Math.max(minute, late + 3 * hour) / (3.5 * hour)
  return 1 / (1 + along ** 6)
}

type Said = Pick<Silence, 'quietFor' | 'usual'> & { readonly last: number | null }

/** "No declaration for 6 minutes; at this hour one comes every 20 seconds." */
const wordsOf = ({ quietFor, usual, last }: Said): string => {
  const since =
    last === null
      ? `No declaration yet, ${spanWords(quietFor)} into the night`
      : quietFor < minute
        ? `Last declaration at ${clockTime(last)}`
        : `No declaration for ${spanWords(quietFor)}`
  return usual === null || usual > 12 * hour
    ? `${since}.`
    : `${since}; at this hour one comes every ${everyWords(usual)}.`
}

const spanWords = (span: number): string => {
  const minutes = Math.floor(span / minute)
  return minutes < 120 ? plural(minutes, 'minute') : plural(Math.floor(minutes / 60), 'hour')
}

/** To five seconds, to a minute, to an hour. */
const everyWords = (span: number): string => {
  if (span < 1.5 * minute) return plural(Math.max(5, 5 * Math.round(span / 5000)), 'second')
  if (span < 1.5 * hour) return single(Math.round(span / minute), 'minute')
  return single(Math.round(span / hour), 'hour')
}

const single = (count: number, unit: string): string => (count === 1 ? unit : plural(count, unit))
