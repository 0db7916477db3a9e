import type { Head } from './chain.ts'
import type { Contest } from './contest.ts'
import type {
  FlashEvent,
  NightEvent,
  NoteEvent,
  ResultEvent,
  StatusEvent,
  WithdrawnEvent,
} from './event.ts'
import type { Mode, NightDefinition } from './night.ts'
import type { RecordLine, Result } from './result.ts'

export type Seat = {
  readonly contest: Omit<Contest, 'candidates'> & { readonly nominated: number }
  /** The event whose figures stand, or null. */
  readonly latest: ResultEvent | null
  /** What its figures put right; null where they are the first, or nothing stood. */
  readonly corrects: Corrects | null
  /** When it was first declared, which a correction does not move; null until then. */
  readonly firstAt: string | null
  /** The lines that stand, weightiest first; not always those that its event had. */
  readonly records: readonly RecordLine[]
  /** A winner without figures; null as soon as there are any. */
  readonly flash: FlashEvent | null
  /** Why no figures stand where some did. */
  readonly withdrawn: WithdrawnEvent | null
  /** How the count goes, with the last time that was told; null once there is a result. */
  readonly status: StatusEvent | null
}

/** What figures said that do not stand any more. */
type Corrects = Pick<Result, 'verdict' | 'majority'>

/** Everything a screen needs of a night, folded from its log up to `seq`. */
export type Board = Head & {
  readonly night: Omit<NightDefinition, 'contests'> & { readonly mode: Mode }
  readonly state: 'open' | 'closed'
  readonly seatsById: Readonly<Record<string, Seat>>
  /** The latest first, at most fifty. */
  readonly notes: readonly NoteEvent[]
}

/** The board before anything was said. */
export const emptyBoard = (definition: NightDefinition, mode: Mode): Board => {
  const { contests, ...night } = definition
  const seats = contests.map((contest): [string, Seat] => [
    contest.constituency.id,
    awaited(contest),
  ])
  return {
    seq: 0,
    hash: '',
    night: { ...night, mode },
    state: 'open',
    seatsById: Object.fromEntries(seats),
    notes: [],
  }
}

const awaited = (contest: Contest): Seat => {
  const { candidates, ...rest } = contest
  return {
    contest: { ...rest, nominated: candidates.length },
    latest: null,
    corrects: null,
    firstAt: null,
    records: [],
    flash: null,
    withdrawn: null,
    status: null,
  }
}

/** Notes that a board keeps; the log has them all. */
const mostNotes = 50

/** The board after one more event. An event that it has already is folded into nothing. [FEED2] */
export const fold = (board: Board, event: NightEvent): Board =>
  foldOnto({ ...board, seatsById: { ...board.seatsById } }, board, [event])

/**
 * The board after one more event, made of `board` itself, which nobody may look at any more: for whoever folds a night
 * alone, and asks after each event, a copy of 650 seats is a large part of a declaration. [FEED2]
 */
export const foldAway = (board: Board, event: NightEvent): Board =>
  foldOnto({ ...board }, board, [event])

/** The board after many events, in the time of one copy: seeking is folding again from the start. [FEED2] */
export const foldAll = (board: Board, events: readonly NightEvent[]): Board => {
  const [first] = events
  if (first && events.length === 1) return fold(board, first)
  const folded = foldOnto({ ...board, seatsById: table(board.seatsById) }, board, events)
  return folded === board ? board : { ...folded, seatsById: { ...folded.seatsById } }
}

/** A copy without a prototype is a table to an engine: into any other, 650 seats are put in five times the time. */
const table = (seatsById: Board['seatsById']): Record<string, Seat> =>
  Object.assign<Record<string, Seat>, Board['seatsById']>(Object.create(null), seatsById)

const foldOnto = (draft: Draft, board: Board, events: readonly NightEvent[]): Board => {
  for (const event of events) if (event.seq > draft.seq) take(draft, event)
  return draft.seq === board.seq ? board : draft
}

/** A board that is being folded and that nobody else has seen yet. */
type Draft = { -readonly [Key in keyof Board]: Board[Key] } & { seatsById: Record<string, Seat> }

const take = (draft: Draft, event: NightEvent): void => {
  draft.seq = event.seq
  draft.hash = event.hash
  switch (event.kind) {
    case 'opened':
      return
    case 'closed':
      draft.state = 'closed'
      return
    case 'note':
      draft.notes = [event, ...draft.notes].slice(0, mostNotes)
      return
    case 'flash':
      return change(draft, event, (seat) =>
        seat.latest ? seat : { ...seat, flash: event, withdrawn: null },
      )
    case 'status':
      // A time that was told stands until another is told. [STA1]
      return change(draft, event, (seat) => {
        const expectedAt = event.expectedAt ?? seat.status?.expectedAt ?? null
        return seat.latest ? seat : { ...seat, status: { ...event, expectedAt } }
      })
    case 'declared':
    case 'corrected':
      change(draft, event, (seat) => withResult(seat, event))
      return changeRecords(draft, event)
    case 'withdrawn':
      change(draft, event, (seat) => withoutResult(seat, event))
      return changeRecords(draft, event)
  }
}

type SeatEvent = Extract<NightEvent, { constituency: { id: string } }>

const change = (
  { seatsById }: Draft,
  { constituency }: SeatEvent,
  to: (seat: Seat) => Seat,
): void => {
  const seat = seatsById[constituency.id]
  if (seat) seatsById[constituency.id] = to(seat)
}

/** A later revision takes the place of an earlier one, never the other way; a voided one does not come back. [LOG9] */
const withResult = (seat: Seat, event: ResultEvent): Seat => {
  const standing = Math.max(seat.latest?.revision ?? 0, seat.withdrawn?.revision ?? 0)
  if (event.revision <= standing) return seat
  const { latest } = seat
  return {
    contest: seat.contest,
    latest: event,
    corrects: latest && { verdict: latest.result.verdict, majority: latest.result.majority },
    firstAt: seat.firstAt ?? event.at,
    records: event.records,
    flash: null,
    withdrawn: null,
    status: null,
  }
}

const withoutResult = (seat: Seat, event: WithdrawnEvent): Seat =>
  (seat.latest?.revision ?? 0) > event.revision
    ? seat
    : {
        ...seat,
        latest: null,
        corrects: null,
        firstAt: null,
        records: [],
        flash: null,
        withdrawn: event,
      }

const changeRecords = (
  { seatsById }: Draft,
  { recordChanges }: ResultEvent | WithdrawnEvent,
): void => {
  for (const { constituency, records } of recordChanges) {
    const seat = seatsById[constituency]
    if (seat?.latest) seatsById[constituency] = { ...seat, records }
  }
}

/** When a seat is expected: as was last said, else as before the night, unless figures were taken back since. [TAL10] */
export const expectedAt = ({ status, contest, withdrawn }: Seat): string | null =>
  status?.expectedAt ?? (withdrawn?.revision ? null : contest.expectedAt) ?? null
