import type { OutboxRow } from '@night/shared/alert/message'
import { putOut } from '@night/shared/alert/outbox'
import { type Board, fold } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import type { OpenNight } from '@night/shared/night'
import { type Clock, instant } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { correctionOf } from './rules/correction.ts'
import type { Devices, KnownDevice } from './devices.ts'
import { flush, match } from './rules/match.ts'
import type { Matched, MatchedEvent } from './rules/matched.ts'
import { type News, newsOf } from './rules/news.ts'
import { wantedBy } from './rules/wants.ts'
import type { Place } from './place.ts'
import type { AlertQueues } from './queues.ts'
import { nothingTold, type Told, toldTo } from './told.ts'
import { touchedBy } from './touched.ts'

export type StepParts = {
  readonly redis: Redis
  readonly devices: Devices
  readonly queues: AlertQueues
  readonly clock: Clock
}
/** Where a night's matching stands, and the board there. */
type At = { readonly text: string; readonly place: Place; readonly board: Board }

/** Matches one event for every device, and writes all of it in one step; null when another worker was faster. [ALR3] */
export const matchEvent = async (
  parts: StepParts,
  night: OpenNight,
  { event, at }: { readonly event: NightEvent; readonly at: At },
): Promise<At | null> => {
  const after = fold(at.board, event)
  const all = (await parts.devices.of(night)).filter(
    ({ subscription: { run, since } }) => run !== night.run || event.seq > since,
  )
  const news = all.length > 0 ? newsOf(event, at.board, after) : []
  const correction = all.length > 0 ? correctionOf(event, at.board) : null
  const isSecond = correction !== null || isAfterFlash(event, at.board)
  const devices = all.filter((device) => isSecond || isConcerned(device, news))
  const touched = touchedBy(event, news, at.board)
  const told = await toldTo(parts.redis, night, { devices, ...touched })
  const now = { at: event.at, wall: instant(parts.clock.now()) }
  const matched = devices.map((device, index) =>
    match({ ...device, ...(told[index] ?? nothingTold) }, { event, news, correction, now }),
  )
  const place = { ...at.place, seq: event.seq, hash: event.hash, version: at.place.version + 1 }
  const times = { declared: event.at, computed: event.publishedAt }
  const text = await write(parts, night, { at, place, devices, matched, told, times })
  return text === null ? null : { text, place, board: after }
}

/** Somebody may have been told of this seat before, by whatever rule. */
const isAfterFlash = (event: NightEvent, { seatsById }: Board): boolean =>
  event.kind === 'declared' && Boolean(seatsById[event.constituency.id]?.flash)

const isConcerned = ({ subscription, collected }: KnownDevice, news: readonly News[]): boolean =>
  collected.pending.length > 0 ||
  news.some((one) => one.takesBack !== undefined || wantedBy(subscription.rules, one) !== null)

/** Sends what was collected and is due by the wall's clock although nothing more was declared. [ALR9] */
export const sendDue = async (parts: StepParts, night: OpenNight, at: At): Promise<void> => {
  const wall = instant(parts.clock.now())
  const all = await parts.devices.of(night)
  const waiting = all.filter(({ collected }) => collected.pending.length > 0)
  const matched = waiting.map((device) => flush(device, { at: '', wall }))
  const due = matched.filter(({ rows }) => rows.length > 0)
  if (due.length === 0) return
  await write(parts, night, {
    at,
    place: { ...at.place, version: at.place.version + 1 },
    devices: waiting,
    matched,
    times: { declared: wall, computed: wall },
  })
}

type Written = {
  readonly at: At
  readonly place: Place
  readonly devices: readonly KnownDevice[]
  readonly matched: readonly (Matched & Partial<MatchedEvent>)[]
  readonly told?: readonly Told[]
  readonly times: Pick<OutboxRow['times'], 'declared' | 'computed'>
}

/** The text of the new place; null when another worker was faster, or has begun to send what is taken back. */
const write = async (
  { redis, queues, clock }: StepParts,
  { mode, id }: OpenNight,
  written: Written,
): Promise<string | null> => {
  const { at, place } = written
  const next = JSON.stringify(place)
  const each = eachOf(written)
  const times = { ...written.times, queued: instant(clock.now()), sent: null }
  const done = await putOut(
    { redis, enqueue: queues.enqueue },
    { mode, night: id },
    {
      rows: each.flatMap(({ subscription, rows }) =>
        rows.map(({ message, state, lines }) => ({
          subscription,
          lines,
          row: { message, state, tries: 0, why: null, times },
        })),
      ),
      ...unsaidOf(each),
      step: {
        expected: at.text,
        next,
        states: each
          .filter(({ collected, before }) => collected !== before)
          .map(({ subscription, collected }) => [subscription, JSON.stringify(collected)] as const),
      },
    },
  )
  return done ? next : null
}

/** What was matched for each device, under its id. */
const eachOf = ({ devices, matched, told }: Written) =>
  devices.flatMap(({ subscription, collected }, index) => {
    const one = matched[index]
    const { waiting } = told?.[index] ?? nothingTold
    return one ? [{ subscription: subscription.id, before: collected, waiting, ...one }] : []
  })

/** The rows that go, and those that must not have been begun for that. */
const unsaidOf = (each: ReturnType<typeof eachOf>) => {
  const gone = each.flatMap(({ subscription, waiting, unsaid = [] }) =>
    unsaid.map((alert) => ({ subscription, alert, row: waiting.get(alert) })),
  )
  return {
    unsaid: gone,
    asRead: gone.flatMap(({ subscription, row }) => (row ? [{ subscription, ...row }] : [])),
  }
}
