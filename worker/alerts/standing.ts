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
  return others.some((other) => isAfter(other, message) && takesPlace(other)) ? null : message
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

/** What was wrong is not said after its correction was tried, whatever became of that. */
const takesPlace = ({ state, message }: OutboxRow): boolean =>
  state === 'sent' || state === 'queued' || message.kind === 'correction'

/** KEYS outbox · ARGV tags as they stand in a row · the rows that have one: a night may have 650 for each device. */
const ofTagsScript = `
local rows = {}
for _, row in ipairs(redis.call('HVALS', KEYS[1])) do
  for _, tag in ipairs(ARGV) do
    if string.find(row, tag, 1, true) then
      rows[#rows + 1] = row
      break
    end
  end
end
return rows`

const Rows = z.array(z.string().transform((text) => OutboxRow.parse(JSON.parse(text))))

const ofTags = async (
  redis: Redis,
  outbox: string,
  messages: readonly AlertMessage[],
): Promise<OutboxRow[]> => {
  const tags = messages.map(({ tag }) => `"tag":${JSON.stringify(tag)}`)
  return Rows.parse(await redis.eval(ofTagsScript, 1, outbox, ...tags))
}
