import { constituencyOf } from '@night/shared/about'
import { link } from '@night/shared/chain'
import { type NightKeys, nightKeys } from '@night/shared/names'
import type { Table } from '@night/shared/records/facts'
import { Ruling } from '@night/shared/ruling'
import { type Job, Submission } from '@night/shared/submission'
import { inSeconds } from '@night/shared/spread'
import { type Clock, instant, type Stopwatch } from '@night/shared/time'
import type { Took } from '@night/shared/took'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { decisionOn } from './decision.ts'
import { append } from './log.ts'
import type { Decision } from './matter.ts'
import type { Nights } from './nights.ts'
import { sha256 } from './sha256.ts'

type Parts = {
  readonly redis: Redis
  readonly nights: Nights
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly table: Table
}

/** What became of a submission, with its place or its reasons for the one log line, and how long that took. */
export type Decided =
  | (About & {
      readonly outcome: 'published'
      readonly seq: number
      /** How often somebody else's event was there first, and it was decided again. */
      readonly conflicts: number
      readonly took: Omit<Took, 'queue'>
    })
  | (About & { readonly outcome: 'held'; readonly codes: readonly string[] })
  | { readonly outcome: 'known' }
type About = { readonly constituency: string | null }

/** KEYS held, pending, placed · ARGV id, reasons · what is in the log is not held as well. */
const holdScript = `
redis.call('SREM', KEYS[2], ARGV[1])
if redis.call('HEXISTS', KEYS[3], ARGV[1]) == 0 then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end`

export const hold = async (
  redis: Redis,
  job: Job,
  reasons: Extract<Decision, { outcome: 'held' }>['reasons'],
) => {
  const { held, pending, placed } = nightKeys(job.mode, job.night, job.run)
  await redis.eval(holdScript, 3, held, pending, placed, job.id, JSON.stringify(reasons))
}

/**
 * Decides one submission on the night as it stands, again and again until nobody was faster. What we remember of the
 * night is believed at first: the append holds it against the log, and nothing is held back unread. [LOG2 LOG4]
 */
export const decide = async (
  { redis, nights, clock, stopwatch, table }: Parts,
  job: Job,
): Promise<Decided> => {
  const began = stopwatch.now()
  const keys = nightKeys(job.mode, job.night, job.run)
  const asked = [accepted(redis, keys, job.id), nights.remembered(job)] as const
  const [submission, remembered] = await Promise.all(asked)
  const constituency = constituencyOf(submission)
  let conflicts = 0
  for (let night = remembered; ; night = await nights.current(job)) {
    const decision = decisionOn(submission, night, { table, now: instant(clock.now()) })
    if (decision.outcome === 'held') {
      if (night === remembered) continue
      // A job that ran before was decided against its own result.
      if ((await redis.hexists(keys.placed, job.id)) === 1) return known(redis, job)
      await hold(redis, job, decision.reasons)
      return { outcome: 'held', constituency, codes: decision.reasons.map(({ code }) => code) }
    }
    const event = link(night.board, decision.event, sha256)
    const decided = stopwatch.now()
    const answer = await append(redis, keys, { id: job.id, head: night.board, event })
    if (answer === 'appended') {
      nights.add(job, event)
      const took = {
        decide: inSeconds(decided - began),
        append: inSeconds(stopwatch.now() - decided),
      }
      return { outcome: 'published', constituency, seq: event.seq, conflicts, took }
    }
    if (answer === 'known') return { outcome: 'known' }
    conflicts += 1
  }
}

const known = async (redis: Redis, job: Job): Promise<Decided> => {
  await redis.srem(nightKeys(job.mode, job.night, job.run).pending, job.id)
  return { outcome: 'known' }
}

/** KEYS accepted, released · ARGV id · one round trip for what each decision needs. */
const acceptedScript = `
return {redis.call('HGET', KEYS[1], ARGV[1]), redis.call('HGET', KEYS[2], ARGV[1])}`
const Accepted = z.tuple([z.string().nullable(), z.string().nullable()])

/** As it was written down, with the ruling that let it through since. */
const accepted = async (redis: Redis, keys: NightKeys, id: string): Promise<Submission> => {
  const names = [keys.accepted, keys.released]
  const found = await redis.eval(acceptedScript, names.length, ...names, id)
  const [text, ruling] = Accepted.parse(found)
  if (text === null) throw new Error(`Submission ${id} is queued, but was never written down.`)
  const submission = Submission.parse(JSON.parse(text))
  const { kind } = submission
  if (ruling === null || (kind !== 'declaration' && kind !== 'flash')) return submission
  const { by, reason } = Ruling.parse(JSON.parse(ruling))
  return Submission.parse({ ...submission, released: { by, reason } })
}
