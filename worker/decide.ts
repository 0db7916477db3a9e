import { foldAway } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import type { Table } from '@night/shared/records/facts'
import type { Job } from '@night/shared/submission'
import { inSeconds } from '@night/shared/spread'
import { type Clock, instant, type Stopwatch } from '@night/shared/time'
import type { Took } from '@night/shared/took'
import { constituencyOf } from '@night/shared/about'
import type { Redis } from 'ioredis'
import { accepted, isWithTheDesk, submissionIn } from './accepted.ts'
import { runOf } from './behind.ts'
import { decisionOn } from './decision.ts'
import { linked } from './linked.ts'
import { append } from './log.ts'
import type { Decision } from './matter.ts'
import type { Nights } from './nights.ts'

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
  /** Of a replay that was removed, or wound back, while it was on its way. */
  | { readonly outcome: 'gone' }
type About = { readonly constituency: string | null }

/** Those that wait behind a job in its queue, the next one first, and who is told what became of them. */
export type Behind = {
  readonly ids: readonly string[]
  readonly tell: (id: string, decided: Decided) => void
}
const nobody: Behind = { ids: [], tell: () => undefined }

/**
 * Decides one submission on the night as it stands, again and again until nobody was faster; those behind it that are
 * simply published enter the log in the same step. What we remember of the night is believed at first: the append
 * holds it against the log, and nothing is held back unread. [LOG2 LOG4 LOG5]
 */
export const decide = async (parts: Parts, job: Job, behind = nobody): Promise<Decided> => {
  const { redis, nights, clock, stopwatch, table } = parts
  const began = stopwatch.now()
  const keys = nightKeys(job.mode, job.night, job.run)
  const asked = [accepted(redis, keys, [job.id, ...behind.ids]), nights.remembered(job)] as const
  const [[own, ...found], remembered] = await Promise.all(asked)
  if (isWithTheDesk(own)) return { outcome: 'known' }
  const submission = submissionIn(job.id, own)
  let waiting = behind.ids.map((id, place) => ({ id, found: found[place] }))
  let conflicts = 0
  for (let night = remembered; ; night = await nights.current(job)) {
    const facts = { table, now: instant(clock.now()) }
    const decision = decisionOn(submission, night, facts)
    if (decision.outcome === 'held') {
      if (night === remembered) continue
      return holdBack(redis, job, { reasons: decision.reasons, about: constituencyOf(submission) })
    }
    const first = { id: job.id, event: linked(night.board, decision.event) }
    const run = waiting.length > 0 ? runOf(first, waiting, { night, facts }) : null
    const entries = run?.entries ?? [first]
    const decided = stopwatch.now()
    const answer = await append(redis, keys, { head: night.board, entries })
    if (answer === 'known') return { outcome: 'known' }
    if (answer === 'appended') {
      nights.went(job, run?.board ?? foldAway(night.board, first.event))
      const times = { began, decided, ended: stopwatch.now(), count: entries.length }
      const about = (event: NightEvent): Decided => published(event, conflicts, times)
      for (const { id, event } of entries.slice(1)) behind.tell(id, about(event))
      return about(first.event)
    }
    // Whoever lost a place decides alone.
    waiting = []
    conflicts += 1
  }
}

type Times = Readonly<Record<'began' | 'decided' | 'ended' | 'count', number>>

/** Of what several took together each has its share. */
const published = (event: NightEvent, conflicts: number, times: Times): Decided => {
  const { began, decided, ended, count } = times
  const took = {
    decide: inSeconds((decided - began) / count),
    append: inSeconds((ended - decided) / count),
  }
  const constituency = 'constituency' in event ? (event.constituency?.id ?? null) : null
  return { outcome: 'published', constituency, seq: event.seq, conflicts, took }
}

type Reasons = Extract<Decision, { outcome: 'held' }>['reasons']

/** KEYS held, pending, placed, rejected · ARGV id, reasons · 0 where it is in the log, or was rejected: that stands. */
const holdScript = `
redis.call('SREM', KEYS[2], ARGV[1])
for place = 3, 4 do
  if redis.call('HEXISTS', KEYS[place], ARGV[1]) == 1 then return 0 end
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`

/** Whether it is held now; not where it was decided meanwhile, as by a job that ran before, or by the desk. */
export const hold = async (redis: Redis, job: Job, reasons: Reasons): Promise<boolean> => {
  const { held, pending, placed, rejected } = nightKeys(job.mode, job.night, job.run)
  const names = [held, pending, placed, rejected]
  const text = JSON.stringify(reasons)
  return (await redis.eval(holdScript, names.length, ...names, job.id, text)) === 1
}

const holdBack = async (
  redis: Redis,
  job: Job,
  { reasons, about }: { readonly reasons: Reasons; readonly about: string | null },
): Promise<Decided> =>
  (await hold(redis, job, reasons))
    ? { outcome: 'held', constituency: about, codes: reasons.map(({ code }) => code) }
    : { outcome: 'known' }
