import { type AlertState, OutboxRow } from '@night/shared/alert/message'
import type { RowAsRead } from '@night/shared/alert/outbox'
import type { Board } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { KnownDevice } from './devices.ts'
import { Lines } from './lines.ts'
import { stateOf } from './rules/heard.ts'

type Asked = { readonly devices: readonly KnownDevice[]; readonly ids: readonly string[] }

/** A row, and the text that it was read from. */
type Read = { readonly row: OutboxRow; readonly text: string }
type Rows = ReadonlyMap<string, Read>

/** What became of the rows that an event may touch. */
export type Told = {
  readonly told: ReadonlyMap<string, AlertState>
  /** Those of them that nobody has begun to send: by which row, as it was read, that is known. */
  readonly waiting: ReadonlyMap<string, RowAsRead>
}

export const nothingTold: Told = { told: new Map(), waiting: new Map() }

/** For each device, which of the ids that this event may touch stand in its outbox, and what became of them. */
export const toldTo = async (
  redis: Redis,
  night: OpenNight,
  { devices, ids }: Asked,
): Promise<Told[]> => {
  if (ids.length === 0) return devices.map(() => nothingTold)
  const { outbox } = alertKeys(night.mode, night.id)
  const pipeline = redis.pipeline()
  for (const { subscription } of devices) pipeline.hmget(outbox(subscription.id), ...ids)
  const answers = (await pipeline.exec()) ?? []
  return Promise.all(
    answers.map(async ([fault, texts], index) => {
      if (fault) throw fault
      const rows = rowsOf(ids, Array.isArray(texts) ? texts : [])
      const digest = await digestOf(redis, night, { device: devices[index], rows })
      return toldOf(rows, digest)
    }),
  )
}

const toldOf = (rows: Rows, digest: Read | null): Told => ({
  told: new Map([...rows].map(([id, { row }]) => [id, stateOf(row, digest?.row ?? null)])),
  waiting: new Map(
    [...rows].flatMap(([id, one]): [string, RowAsRead][] => {
      const sent = one.row.state === 'collected' ? digest : one
      return sent && isUntried(sent.row)
        ? [[id, { alert: sent.row.message.id, text: sent.text }]]
        : []
    }),
  ),
})

/** Whoever tries writes it down before. */
const isUntried = ({ state, tries }: OutboxRow): boolean => state === 'queued' && tries === 0

const rowsOf = (ids: readonly string[], texts: readonly unknown[]): Rows =>
  new Map(
    texts.flatMap((text, place): [string, Read][] =>
      typeof text === 'string'
        ? [[ids[place] ?? '', { row: OutboxRow.parse(JSON.parse(text)), text }]]
        : [],
    ),
  )

type Collecting = { readonly device: KnownDevice | undefined; readonly rows: Rows }

/** The last digest that has one of these as a line; null where none was, or one that a worker from before made. */
const digestOf = async (
  redis: Redis,
  { mode, id: night }: OpenNight,
  { device, rows }: Collecting,
): Promise<Read | null> => {
  const collected = new Set(
    [...rows].flatMap(([id, { row }]) => (row.state === 'collected' ? id : [])),
  )
  if (!device || collected.size === 0) return null
  const { outbox, lines } = alertKeys(mode, night)
  const all = Object.entries(await redis.hgetall(lines(device.subscription.id)))
  const digests = all.flatMap(([digest, text]) =>
    Lines.parse(JSON.parse(text)).some((line) => collected.has(line)) ? digest : [],
  )
  if (digests.length === 0) return null
  const found = await redis.hmget(outbox(device.subscription.id), ...digests)
  const bySeq = [...rowsOf(digests, found).values()].toSorted(
    (one, other) => one.row.message.seq - other.row.message.seq,
  )
  return bySeq.at(-1) ?? null
}

/** The ids under which a device may have been told of what this event is about, on the board before it. */
export const idsTouchedBy = (
  event: NightEvent,
  news: readonly { message: { id: string } }[],
  before: Board,
): string[] => {
  const own = news.map(({ message }) => message.id)
  if (!('constituency' in event) || event.constituency === null) return own
  const seat = event.constituency.id
  const revision = 'revision' in event ? event.revision : 1
  const revisions = Array.from({ length: revision }, (_, place) => place + 1)
  const of = revisions.flatMap((number) => [`decl-${seat}-${number}`, `void-${seat}-${number}`])
  return [...new Set([...winnersOf(seat, before), ...of, ...own])]
}

/** The first winner's id, and that of a later one, which has its place in the log. */
const winnersOf = (id: string, { seatsById }: Board): string[] => {
  const seat = seatsById[id]
  const later = seat?.flash?.seq ?? seat?.withdrawn?.replaces
  return later === undefined ? [`flash-${id}`] : [`flash-${id}`, `flash-${id}-${later}`]
}
