import { type AlertMessage, OutboxRow } from '@night/shared/alert/message'
import type { alertKeys } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Lines } from './lines.ts'
import { restOf } from './rules/digest.ts'

type Where = { readonly keys: ReturnType<typeof alertKeys>; readonly subscription: string }

/**
 * What a row says, as far as it stands when it is sent: of a digest the lines that nothing took the place of meanwhile.
 * Null where nothing of it stands. In a chat the error would be the last word. [ALR11 ALR13]
 */
export const standingOf = async (
  redis: Redis,
  row: OutboxRow,
  { keys, subscription }: Where,
): Promise<AlertMessage | null> => {
  const { message } = row
  const outbox = keys.outbox(subscription)
  const lines = await redis.hget(keys.lines(subscription), message.id)
  if (lines !== null) return restOf(message, await standingLines(redis, outbox, lines))
  // A worker from before wrote down no lines: it goes as it is.
  if (message.kind === 'digest') return message
  const others = await ofTags(redis, outbox, [message])
  if (others.some((other) => isAfter(other, message) && takesPlace(other, message))) return null
  const isUpdate = message.update && others.some((other) => isBefore(other, message))
  return message.kind === 'result' ? { ...message, update: isUpdate } : message
}

const standingLines = async (
  redis: Redis,
  outbox: string,
  text: string,
): Promise<{ readonly all: number; readonly standing: readonly AlertMessage[] }> => {
  const ids = Lines.parse(JSON.parse(text))
  const rows = (await redis.hmget(outbox, ...ids)).flatMap((row) =>
    row === null ? [] : OutboxRow.parse(JSON.parse(row)).message,
  )
  const others = rows.length > 0 ? await ofTags(redis, outbox, rows) : []
  // What is only collected says the same of a winner that the line says, now with figures.
  const isLast = (line: AlertMessage): boolean =>
    !others.some((other) => isAfter(other, line) && other.state !== 'collected')
  return { all: ids.length, standing: rows.filter(isLast) }
}

const isAfter = ({ message }: OutboxRow, { tag, seq }: AlertMessage): boolean =>
  message.tag === tag && message.seq > seq

/** That the winner came before it: figures whose winner never came are no update, and are heard. [ALR12] */
const isBefore = ({ message, state }: OutboxRow, { tag, seq }: AlertMessage): boolean =>
  message.tag === tag && message.seq < seq && (state === 'sent' || state === 'collected')

/**
 * What was wrong is not said after its correction was tried, whatever became of that. A correction is said before the
 * news that waits behind it: of what it takes back that says nothing.
 */
const takesPlace = ({ state, message: later }: OutboxRow, { kind }: AlertMessage): boolean =>
  later.kind === 'correction' || state === 'sent' || (state === 'queued' && kind !== 'correction')

/**
 * KEYS outbox · ARGV (what an id has of a tag, the tag as it stands in a row)… · the rows that have one of the tags: a
 * night may have 650 for each device, of which only these are read.
 */
const ofTagsScript = `
local rows = {}
for _, id in ipairs(redis.call('HKEYS', KEYS[1])) do
  for i = 1, #ARGV, 2 do
    if string.find(id, ARGV[i], 1, true) then
      local row = redis.call('HGET', KEYS[1], id)
      if string.find(row, ARGV[i + 1], 1, true) then
        rows[#rows + 1] = row
        break
      end
    end
  end
end
return rows`

/** "E14000986" of "seat-E14000986", "milestone" of "milestone": what the ids of those that have the tag have in them. */
const inIds = (tag: string): string => tag.slice(tag.indexOf('-') + 1)

const Rows = z.array(z.string().transform((text) => OutboxRow.parse(JSON.parse(text))))

const ofTags = async (
  redis: Redis,
  outbox: string,
  messages: readonly AlertMessage[],
): Promise<OutboxRow[]> => {
  const tags = messages.flatMap(({ tag }) => [inIds(tag), `"tag":${JSON.stringify(tag)}`])
  return Rows.parse(await redis.eval(ofTagsScript, 1, outbox, ...tags))
}
