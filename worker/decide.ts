import { link } from '@night/shared/chain'
import type { UnplacedEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { type Job, Submission } from '@night/shared/submission'
import { type Clock, instant } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { declare, type Decision } from './declare.ts'
import { append } from './log.ts'
import type { KnownNight, Nights } from './nights.ts'
import { sha256 } from './sha256.ts'

type Parts = { readonly redis: Redis; readonly nights: Nights; readonly clock: Clock }

/** What became of a submission, with its place or its reasons for the one log line. */
export type Decided =
  | { readonly outcome: 'published'; readonly seq: number }
  | { readonly outcome: 'known' }
  | { readonly outcome: 'held'; readonly codes: readonly string[] }

/** KEYS held, pending · ARGV id, reasons */
const holdScript = `
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('SREM', KEYS[2], ARGV[1])`

export const hold = async (
  redis: Redis,
  job: Job,
  reasons: Extract<Decision, { outcome: 'held' }>['reasons'],
) => {
  const { held, pending } = nightKeys(job.mode, job.night, job.run)
  await redis.eval(holdScript, 2, held, pending, job.id, JSON.stringify(reasons))
}

/** Decides one submission on the night as it stands, again and again until nobody was faster. [LOG2 LOG4] */
export const decide = async ({ redis, nights, clock }: Parts, job: Job): Promise<Decided> => {
  const keys = nightKeys(job.mode, job.night, job.run)
  const submission = await accepted(redis, keys.accepted, job.id)
  for (;;) {
    const night = await nights.current(job)
    const decision = decisionOn(submission, night, instant(clock.now()))
    if (decision.outcome === 'held') {
      await hold(redis, job, decision.reasons)
      return { outcome: 'held', codes: decision.reasons.map(({ code }) => code) }
    }
    const event = link(night.board, decision.event, sha256)
    const answer = await append(redis, keys, { id: job.id, head: night.board, event })
    if (answer === 'appended') return { outcome: 'published', seq: event.seq }
    if (answer === 'known') return { outcome: 'known' }
    await forgetWhenCutBack(redis, keys.log, { nights, job, seq: night.board.seq })
  }
}

const accepted = async (redis: Redis, key: string, id: string): Promise<Submission> => {
  const text = await redis.hget(key, id)
  if (text === null) throw new Error(`Submission ${id} is queued, but was never written down.`)
  return Submission.parse(JSON.parse(text))
}

/** A conflict with a log shorter than we remember means it was cut back; then nothing that we hold is true. */
const forgetWhenCutBack = async (
  redis: Redis,
  key: string,
  seen: { readonly nights: Nights; readonly job: Job; readonly seq: number },
): Promise<void> => {
  const [last] = await redis.xrevrange(key, '+', '-', 'COUNT', 1)
  if (Number.parseInt(last?.[0] ?? '0', 10) <= seen.seq) seen.nights.forget(seen.job.night)
}

const decisionOn = (submission: Submission, night: KnownNight, now: string): Decision => {
  const { id, mode } = night.board.night
  switch (submission.kind) {
    case 'opening':
      return publish({
        kind: 'opened',
        night: id,
        mode,
        at: submission.at,
        publishedAt: submission.publishedAt ?? now,
        title: night.definition.title,
        constituencies: night.definition.contests.length,
        run: submission.run,
      })
    case 'closing':
      return publish({
        kind: 'closed',
        night: id,
        mode,
        at: submission.at,
        publishedAt: submission.publishedAt ?? now,
      })
    case 'declaration': {
      const { constituency } = submission.declaration
      const contest = night.contestsById.get(constituency)
      if (!contest)
        throw new Error(`${constituency} has no contest in ${id}; the door should have said so.`)
      const latest = night.board.seatsById[constituency]?.latest ?? null
      const publishedAt = submission.publishedAt ?? now
      return declare({ submission, contest, latest, night: { id, mode }, publishedAt })
    }
  }
}

const publish = (event: UnplacedEvent): Decision => ({ outcome: 'publish', event })
