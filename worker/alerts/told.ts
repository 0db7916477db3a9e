import { type AlertState, OutboxRow } from '@night/shared/alert/message'
import type { RowAsRead } from '@night/shared/alert/outbox'
import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { KnownDevice } from './devices.ts'
import { Lines } from './lines.ts'
import { stateOf } from './rules/heard.ts'
import { beginsWithOne, type Touched } from './touched.ts'

type Asked = Touched & { readonly devices: readonly KnownDevice[] }

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
  { devices, ids, beginnings }: Asked,
): Promise<Told[]> => {
  if (ids.length + beginnings.length === 0) return devices.map(() => nothingTold)
  const { outbox } = alertKeys(night.mode, night.id)
  const pipeline = redis.pipeline()
  for (const { subscription } of devices) pipeline.hmget(outbox(subscription.id), ...ids)
  const answers = (await pipeline.exec()) ?? []
  return Promise.all(
    answers.map(async ([fault, texts], index) => {
      if (fault) throw fault
      const device = devices[index]
      if (!device) return nothingTold
      const known = rowsOf(ids, Array.isArray(texts) ? texts : [])
      const begun = await rowsThatBegin(redis, outbox(device.subscription.id), beginnings)
      const rows = new Map([...known, ...begun])
      return toldOf(rows, await digestsOf(redis, night, { device, rows }))
    }),
  )
}

const rowsThatBegin = async (
  redis: Redis,
  outbox: string,
  beginnings: readonly string[],
): Promise<Rows> => {
  if (beginnings.length === 0) return new Map()
  const ids = (await redis.hkeys(outbox)).filter((id) => beginsWithOne(id, beginnings))
  return ids.length === 0 ? new Map() : rowsOf(ids, await redis.hmget(outbox, ...ids))
}

const toldOf = (rows: Rows, digests: Rows): Told => {
  const sent = (id: string, one: Read): Read | undefined =>
    one.row.state === 'collected' ? digests.get(id) : one
  return {
    told: new Map(
      [...rows].map(([id, { row }]) => [id, stateOf(row, digests.get(id)?.row ?? null)]),
    ),
    waiting: new Map(
      [...rows].flatMap(([id, one]): [string, RowAsRead][] => {
        const by = sent(id, one)
        return by && isUntried(by.row) ? [[id, { alert: by.row.message.id, text: by.text }]] : []
      }),
    ),
  }
}

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

type Collecting = { readonly device: KnownDevice; readonly rows: Rows }

/**
 * The digests that have these as a line. What has no line of its own, since it followed a line of its tag and said the
 * same, has that one's. None where none was, or where a worker from before made it.
 */
const digestsOf = async (
  redis: Redis,
  { mode, id: night }: OpenNight,
  { device, rows }: Collecting,
): Promise<Rows> => {
  const collected = [...rows].filter(([, { row }]) => row.state === 'collected')
  if (collected.length === 0) return new Map()
  const { outbox, lines } = alertKeys(mode, night)
  const all = Object.entries(await redis.hgetall(lines(device.subscription.id)))
  const ofLines = all.flatMap(([digest, text]) =>
    Lines.parse(JSON.parse(text)).flatMap((line) => (rows.has(line) ? { digest, line } : [])),
  )
  if (ofLines.length === 0) return new Map()
  const ids = ofLines.map(({ digest }) => digest)
  const digests = rowsOf(ids, await redis.hmget(outbox(device.subscription.id), ...ids))
  const tagOf = (id: string): string => rows.get(id)?.row.message.tag ?? ''
  return new Map(
    collected.flatMap(([id]): [string, Read][] => {
      const own = ofLines.findLast(({ line }) => line === id)
      const near = own ?? ofLines.findLast(({ line }) => tagOf(line) === tagOf(id))
      const digest = near && digests.get(near.digest)
      return digest ? [[id, digest]] : []
    }),
  )
}
