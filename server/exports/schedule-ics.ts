import { setImmediate } from 'node:timers/promises'
import { type Board, expectedAt, type Seat } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import type { NightEvent } from '@night/shared/event'
import { clockTime } from '@night/shared/time'
import { claim, figuresInShort, withdrawnWords } from '@night/shared/words'
import { Router } from 'express'
import ical, {
  escape,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { sendText } from '../compressed.ts'
import type { Night } from '../night.ts'
import type { Asked } from '../with-night.ts'
import { fileName, modeMark } from './mode-mark.ts'
import { type ExportParts, ofNight } from './of-night.ts'

/** Seconds after which a calendar asks again. */
const refresh = 300
/** A declaration has no length; a calendar shows one that has. */
const shown = 15 * 60_000

/** When each constituency is expected to declare, or did: for calendars that subscribe. [EXP7 EXP8] */
export const createScheduleIcs = (parts: ExportParts): Router =>
  Router().get('/nights/:night/schedule.ics', ...ofNight(parts, give))

const give = async (night: Night, { request, response }: Asked): Promise<void> => {
  const { definition, mode, board } = night
  response.type('text/calendar; charset=utf-8').set({
    ETag: `"${board.seq}-${board.hash.slice(0, 16)}"`,
    'Cache-Control': 'no-cache',
    'Content-Disposition': `inline; filename="${fileName(mode, `${definition.id}-schedule.ics`)}"`,
  })
  await sendText(request, response, await nightToCalendar(night))
}

/** Entries that are written before screens have their turn: the library takes half a millisecond for each. */
const atOnce = 16

const nightToCalendar = async ({ definition, mode, events, board }: Night): Promise<string> => {
  const changes = changesBySeat(events)
  const first = { count: 0, at: events[0]?.publishedAt ?? definition.pollsClose }
  const seats = Object.values(board.seatsById)
  const entries: string[] = []
  for (const seat of seats) {
    const at = timeOf(seat)
    if (at === null) continue
    const change = changes.get(seat.contest.constituency.id) ?? first
    entries.push(entryText(board, seat, { at, change }))
    if (entries.length % atOnce === 0) await setImmediate()
  }
  const calendar = ical({
    ...publisher,
    // The library escapes what an entry says, and not what the calendar does.
    name: escape(`${modeMark(mode)}${definition.title}: declarations`, false),
    description: escape(describe(board, seats.length - entries.length), false),
    ttl: refresh,
  }).toString()
  return calendar.replace(/END:VCALENDAR\s*$/, () => `${entries.join('')}END:VCALENDAR\r\n`)
}

const publisher = {
  prodId: { company: 'results-night', product: 'schedule', language: 'EN' },
}

/** A seat of which nothing was said since is the same object, and its entry is written already. */
const written = new WeakMap<Seat, string>()

const entryText = (board: Board, seat: Seat, when: When): string => {
  const known = written.get(seat)
  if (known !== undefined) return known
  const alone = ical({ ...publisher, events: [seatToEntry(board, seat, when)] }).toString()
  const text = alone.slice(alone.indexOf('BEGIN:VEVENT'), alone.indexOf('END:VCALENDAR'))
  written.set(seat, text)
  return text
}

const describe = (board: Board, unknown: number): string => {
  const total = Object.keys(board.seatsById).length
  const left =
    unknown === 0 ? '' : ` Nobody knows when ${unknown} of them will be; they are not in it.`
  return `${declaredSeats(board).length} of ${total} declared.${left}`
}

/** When it was declared, else when it is expected as last said; null where nobody knows. */
const timeOf = (seat: Seat): string | null => seat.firstAt ?? expectedAt(seat)

type Change = { readonly count: number; readonly at: string }
type When = { readonly at: string; readonly change: Change }

/** How often something was said of each seat, and when last: the entry's SEQUENCE and LAST-MODIFIED. [EXP8] */
const changesBySeat = (events: readonly NightEvent[]): ReadonlyMap<string, Change> => {
  const changes = new Map<string, Change>()
  for (const event of events) {
    if (!('constituency' in event) || event.kind === 'note') continue
    const { id } = event.constituency
    changes.set(id, { count: (changes.get(id)?.count ?? 0) + 1, at: event.publishedAt })
  }
  return changes
}

const seatToEntry = ({ night }: Board, seat: Seat, { at, change }: When): ICalEventData => {
  const start = new Date(at)
  const { id, name, region } = seat.contest.constituency
  const { latest } = seat
  return {
    id: `${id}.${night.id}@results-night`,
    start,
    end: new Date(start.getTime() + shown),
    // Our own, so that the same log is the same file.
    stamp: new Date(change.at),
    lastModified: new Date(change.at),
    sequence: change.count,
    summary:
      modeMark(night.mode) +
      (latest ? claim(name, latest.result) : `${name}: ${awaitedWords(seat)}`),
    description: latest ? figuresInShort(latest.result) : `${region}. ${whenWords(at)}`,
    status: latest ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

const whenWords = (at: string): string => `Expected at ${clockTime(at)}.`

const awaitedWords = ({ status, flash, withdrawn }: Seat): string => {
  if (withdrawn) return withdrawnWords(withdrawn)
  if (flash) return 'called, figures to follow'
  return status?.status === 'recount' ? 'recount' : 'declaration expected'
}
