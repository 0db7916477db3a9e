import { type AlertMessage, OutboxRow } from '@night/shared/alert/message'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { Lines } from './lines.ts'
import { restOf } from './rules/digest.ts'

/** A row, as it was read, and where. */
type Trying = {
  readonly row: OutboxRow
  readonly text: string
  readonly outbox: string
  readonly lines: string
}
type Begun = {
  /** The ids of a digest's lines, as they were written down; null where none were. */
  readonly lines: string | null
  /** Else the other rows of its tag. */
  readonly others: readonly OutboxRow[]
}

/**
 * Writes down that a row is tried before anybody can have it: what nobody has begun to send is not corrected to anybody.
 * Null where the row has become another, or none, since it was read. [ALR11]
 */
export const begin = async (redis: Redis, trying: Trying): Promise<Begun | null> => {
  const { row, text, outbox, lines } = trying
  const begun = JSON.stringify({ ...row, tries: row.tries + 1 })
  const values = [row.message.id, text, begun, ...tagOf(row.message)]
  const answer = await redis.eval(beginScript, 2, outbox, lines, ...values)
  if (typeof answer === 'string') return { lines: answer, others: [] }
  return answer === null ? null : { lines: null, others: Rows.parse(answer) }
}

/**
 * What a row says, as far as it stands when it is sent: of a digest the lines that nothing took the place of meanwhile.
 * Null where nothing of it stands. In a chat the error would be the last word. [ALR11 ALR13]
 */
export const standingOf = async (
  redis: Redis,
  { row: { message }, outbox }: Trying,
  { lines, others }: Begun,
): Promise<AlertMessage | null> => {
  if (lines !== null) return restOf(message, await standingLines(redis, outbox, lines))
  // A worker from before wrote down no lines: it goes as it is.
  if (message.kind === 'digest') return message
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
  if (rows.length === 0) return { all: ids.length, standing: [] }
  const tags = rows.flatMap(tagOf)
  const others = Rows.parse(await redis.eval(ofTagsScript, 1, outbox, ...tags))
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
 * The rows of an outbox that have one of the tags, but for one: from `first` on, ARGV has pairs of what an id has of a
 * tag, and the tag as it stands in a row. A night may have 650 rows for each device, of which only these are read.
 */
const ofTags = `
local function ofTags(outbox, first, own)
  local rows = {}
  for _, id in ipairs(redis.call('HKEYS', outbox)) do
    for i = first, #ARGV, 2 do
      if id ~= own and string.find(id, ARGV[i], 1, true) then
        local row = redis.call('HGET', outbox, id)
        if string.find(row, ARGV[i + 1], 1, true) then
          rows[#rows + 1] = row
          break
        end
      end
    end
  end
  return rows
end`

/** KEYS outbox, lines · ARGV alert, row as it was read, row as it is now, its tag · nil, its lines, or others of its tag. */
const beginScript = `${ofTags}
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return false end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return redis.call('HGET', KEYS[2], ARGV[1]) or ofTags(KEYS[1], 4, ARGV[1])`

/** KEYS outbox · ARGV tags. */
const ofTagsScript = `${ofTags}
return ofTags(KEYS[1], 1, '')`

/** "E14000986" of "seat-E14000986", "milestone" of "milestone": what the ids of those that have the tag have in them. */
const inIds = (tag: string): string => tag.slice(tag.indexOf('-') + 1)

const Rows = z.array(z.string().transform((text) => OutboxRow.parse(JSON.parse(text))))

const tagOf = ({ tag }: AlertMessage): [string, string] => [
  inIds(tag),
  `"tag":${JSON.stringify(tag)}`,
]
