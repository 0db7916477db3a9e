import { type AlertJob, OutboxRow } from '@night/shared/alert/message'
import { memberOf } from '@night/shared/alert/outbox'
import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys } from '@night/shared/names'
import { type Clock, instant } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Outcome } from './sender.ts'
import { ttl } from './rules/message.ts'
import type { Senders } from './senders.ts'
import { begin, standingOf } from './standing.ts'

type Parts = {
  readonly redis: Redis
  readonly clock: Clock
  /** 0 to 1, so that many that failed together do not come again together. */
  readonly random: () => number
}

/** How often news is tried before it is parked: five minutes or more. What takes something back is tried until it is too old. */
const mostTries = 12
const most = 1000

/** What became of it; `again` in so many milliseconds. */
type Delivered = { readonly state: OutboxRow['state']; readonly again: number | null }

/** Sends what one row says, and writes down what the other side said. The row is the truth, not the job. [ALR13 ALR14] */
export const deliver = async (
  parts: Parts,
  senders: Senders,
  job: AlertJob,
): Promise<Delivered | null> => {
  const { redis, clock } = parts
  const keys = alertKeys(job.mode, job.night)
  const [rowText, text] = await Promise.all([
    redis.hget(keys.outbox(job.subscription), job.alert),
    redis.hget(keys.subscriptions, job.subscription),
  ])
  const row = rowText === null ? null : OutboxRow.parse(JSON.parse(rowText))
  if (row?.state !== 'queued') {
    await redis.zrem(keys.due, memberOf(job.subscription, job.alert))
    return null
  }
  const subscription = text === null ? null : Subscription.parse(JSON.parse(text))
  if (!subscription || subscription.ended) return settle(parts, job, { ...row, state: 'gone' })
  if (await isLate(redis, row, { key: keys.due, member: memberOf(job.subscription, job.alert) }))
    return settle(parts, job, { ...row, state: 'late', why: tooLate })
  const [outbox, lines] = [keys.outbox(job.subscription), keys.lines(job.subscription)]
  const trying = { row, text: rowText ?? '', outbox, lines }
  const begun = await begin(redis, trying)
  if (begun === null) return deliver(parts, senders, job)
  const message = await standingOf(redis, trying, begun)
  if (message === null) return settle(parts, job, { ...row, state: 'late', why: overtaken })
  const said = await senders[subscription.channel.type].send(message, subscription)
  const outcome = said.outcome === 'gone' ? await end(parts, { job, text: text ?? '', said }) : said
  const settled = await settle(parts, job, after({ ...row, message }, outcome, clock.now()))
  return settled.state === 'queued' ? { ...settled, again: waitFor(parts, row, outcome) } : settled
}

const tooLate = 'It was too old to be worth sending when it could be sent.'

/** Told by Redis' clock alone: those of two workers may be hours apart. */
const isLate = async (
  redis: Redis,
  { message }: OutboxRow,
  { key, member }: { readonly key: string; readonly member: string },
): Promise<boolean> => {
  const [since, [seconds]] = await Promise.all([redis.zscore(key, member), redis.time()])
  return since !== null && Number(seconds) * 1000 > Number(since) + message.ttl * 1000
}

const overtaken = 'A later alert took its place before it could be sent.'

const after = (row: OutboxRow, { outcome, words }: Outcome, now: number): OutboxRow => {
  const tried = { ...row, tries: row.tries + 1, why: words }
  switch (outcome) {
    case 'sent':
      return { ...tried, state: 'sent', times: { ...row.times, sent: instant(now) } }
    case 'gone':
    case 'refused':
      return { ...tried, state: outcome }
    case 'later':
      return { ...tried, state: isGivenUp(tried) ? 'parked' : 'queued' }
  }
}

const isGivenUp = ({ tries, message }: OutboxRow): boolean =>
  tries >= mostTries && message.ttl < ttl.correction

/** Half a second, doubled with each try, up to a minute, half of it by chance; longer where the other side wishes it. */
const waitFor = ({ random }: Parts, { tries }: OutboxRow, outcome: Outcome): number => {
  const wished = outcome.outcome === 'later' ? (outcome.after ?? 0) : 0
  return Math.ceil(Math.max(wished, Math.min(60_000, 500 * 2 ** tries)) * (1 + random() / 2))
}

/**
 * KEYS outbox, due, done · ARGV alert, row, member, most, state · a subscription that was removed meanwhile keeps no
 * rows; of one that goes at some time, what is done goes with it. [RPL5]
 */
const settleScript = `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  redis.call('ZREM', KEYS[2], ARGV[3])
  return
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
if ARGV[5] == 'queued' then return end
redis.call('ZREM', KEYS[2], ARGV[3])
redis.call('LPUSH', KEYS[3], ARGV[3])
redis.call('LTRIM', KEYS[3], 0, ARGV[4] - 1)
local left = redis.call('PTTL', KEYS[1])
if left > 0 then redis.call('PEXPIRE', KEYS[3], left) end`

const settle = async (
  { redis }: Parts,
  { mode, night, subscription, alert }: AlertJob,
  row: OutboxRow,
): Promise<Delivered> => {
  const { outbox, due, done } = alertKeys(mode, night)
  const member = memberOf(subscription, alert)
  const keys = [outbox(subscription), due, done]
  const values = [alert, JSON.stringify(row), member, most, row.state]
  await redis.eval(settleScript, keys.length, ...keys, ...values)
  return { state: row.state, again: null }
}

/** KEYS subscriptions · ARGV id, as it was read, as it is now · 0 where it was changed meanwhile: then it stands. */
const endScript = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`

/** What is gone is ended; one that was renewed meanwhile is tried again, at the address that it has now. */
const end = async (
  { redis, clock }: Parts,
  { job, text, said }: { readonly job: AlertJob; readonly text: string; readonly said: Outcome },
): Promise<Outcome> => {
  const { words } = said
  const ended = { at: instant(clock.now()), why: words }
  const now = JSON.stringify({ ...Subscription.parse(JSON.parse(text)), ended })
  const { subscriptions } = alertKeys(job.mode, job.night)
  const isEnded = await redis.eval(endScript, 1, subscriptions, job.subscription, text, now)
  return isEnded === 1 ? said : { outcome: 'later', words, after: null }
}
