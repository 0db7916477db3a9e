import type { OpenMode } from '../night.ts'
import { alertKeys } from '../names.ts'
import type { Scripting } from '../redis.ts'
import type { AlertJob, OutboxRow } from './message.ts'

/** A row for a device. What is only collected is written down and not sent. */
type Outgoing = {
  readonly subscription: string
  readonly row: OutboxRow
  /** Of a digest: the ids of its lines. */
  readonly lines?: readonly string[] | undefined
}

/** A row as it stood when it was read. */
export type RowAsRead = { readonly alert: string; readonly text: string }

/** Where a night's matching stands and what it keeps of each device: replaced together with the rows, or not at all. */
type Step = {
  readonly expected: string
  readonly next: string
  readonly states: readonly (readonly [subscription: string, state: string])[]
}

/**
 * KEYS place, states, due, subscriptions, outboxes of rows as read…, outboxes or lines… · ARGV expected place or "*",
 * next place, number of states, (subscription, state)…, number of rows as read, (alert, row)…, (subscription, alert, row,
 * its lines or "" for one that goes, member of due or "")… · answers the members that are due now and were not known, or
 * "conflict". Of a subscription that was removed meanwhile nothing is written; what is written of a night whose
 * subscriptions go at some time goes with them. [RPL5]
 */
const putScript = `
local states = tonumber(ARGV[3])
local read = tonumber(ARGV[4 + 2 * states])
for i = 1, read do
  local at = 3 + 2 * states + 2 * i
  if redis.call('HGET', KEYS[4 + i], ARGV[at]) ~= ARGV[at + 1] then return 'conflict' end
end
if ARGV[1] ~= '*' then
  if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 'conflict' end
  redis.call('SET', KEYS[1], ARGV[2])
end
local function stands(subscription) return redis.call('HEXISTS', KEYS[4], subscription) == 1 end
for i = 1, states do
  local at = 2 + 2 * i
  if stands(ARGV[at]) then redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1]) end
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local fresh = {}
local first = 5 + 2 * states + 2 * read
for i = 5 + read, #KEYS do
  local at = first + 4 * (i - 5 - read)
  local alert, row, member = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  if row == '' then
    redis.call('HDEL', KEYS[i], alert)
  elseif stands(ARGV[at]) and redis.call('HSETNX', KEYS[i], alert, row) == 1 and member ~= '' then
    redis.call('ZADD', KEYS[3], now, member)
    fresh[#fresh + 1] = member
  end
end
local left = redis.call('PTTL', KEYS[4])
if left > 0 then
  for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, left) end
end
return fresh`

type Put = {
  readonly rows: readonly Outgoing[]
  /** Rows that nobody was or will be sent: they go, so that nothing puts them right later. */
  readonly unsaid?: readonly { readonly subscription: string; readonly alert: string }[]
  /** Rows that must stand as they were read, or nothing is done: nobody has begun to send them. */
  readonly asRead?: readonly (RowAsRead & { readonly subscription: string })[]
  readonly step?: Step
}
type Outbox = {
  readonly redis: Scripting
  readonly enqueue: (jobs: readonly AlertJob[]) => Promise<unknown>
}
type Night = { readonly mode: OpenMode; readonly night: string }

/** How the sets name a row. */
export const memberOf = (subscription: string, alert: string): string => `${subscription} ${alert}`

/** The job of a member of the set `due`. */
export const memberToJob = ({ mode, night }: Night, member: string): AlertJob => {
  const [subscription = '', alert = ''] = member.split(' ')
  return { mode, night, subscription, alert }
}

/** What goes and what comes: each with its key, whose it is, and as the script takes it. */
const entriesOf = (
  { mode, night }: Night,
  { rows, unsaid }: Required<Pick<Put, 'rows' | 'unsaid'>>,
) => {
  const { outbox, lines: linesOf } = alertKeys(mode, night)
  return [
    ...unsaid.map(
      ({ subscription, alert }) => [outbox(subscription), subscription, alert, '', ''] as const,
    ),
    ...rows.flatMap(({ subscription, row, lines }) => {
      const { id } = row.message
      const member = row.state === 'queued' ? memberOf(subscription, id) : ''
      const own = [outbox(subscription), subscription, id, JSON.stringify(row), member] as const
      if (!lines) return [own]
      return [[linesOf(subscription), subscription, id, JSON.stringify(lines), ''] as const, own]
    }),
  ]
}

/**
 * Writes rows down, then queues them: a row that is there already is left as it is, so the same alert is never two.
 * Answers whether it was done; false when somebody else has taken the step, or has begun to send what it takes back. [ALR3]
 */
export const putOut = async (
  { redis, enqueue }: Outbox,
  night: Night,
  { rows, unsaid = [], asRead = [], step }: Put,
): Promise<boolean> => {
  const { place, states, due, subscriptions, outbox } = alertKeys(night.mode, night.night)
  const entries = entriesOf(night, { rows, unsaid })
  const read = asRead.map(({ subscription }) => outbox(subscription))
  const keys = [place, states, due, subscriptions, ...read, ...entries.map(([key]) => key)]
  const kept = step?.states ?? []
  const fresh = await redis.eval(
    putScript,
    keys.length,
    ...keys,
    step?.expected ?? '*',
    step?.next ?? '',
    kept.length,
    ...kept.flat(),
    asRead.length,
    ...asRead.flatMap(({ alert, text }) => [alert, text]),
    ...entries.flatMap(([, ...values]) => values),
  )
  if (!Array.isArray(fresh)) return false
  if (fresh.length > 0) await enqueue(fresh.map((member) => memberToJob(night, String(member))))
  return true
}

/** How an alert is queued. Its fate is in its row, so nothing of the job need stay. */
export const alertJobOptions = ({ subscription, alert }: AlertJob) => ({
  jobId: `${subscription}.${alert}`,
  attempts: 50,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
})
