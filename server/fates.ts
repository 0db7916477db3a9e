import { ReasonAnswer } from '@night/shared/answer/fate'
import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { Ruling } from '@night/shared/ruling'
import { Submission } from '@night/shared/submission'
import { milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { z } from 'zod'

const Reasons = z.array(ReasonAnswer)

/** What became of something that was received. */
type Fate = { readonly id: string; readonly submission: Submission } & (
  | { readonly status: 'queued' }
  | { readonly status: 'published'; readonly seq: number }
  | { readonly status: 'held'; readonly reasons: z.infer<typeof Reasons> }
  | { readonly status: 'rejected'; readonly ruling: Ruling }
)

export type Held = Extract<Fate, { status: 'held' }>

/** Null when nothing of that id was ever received. [LOG6] */
export const fateOf = async (redis: Redis, night: OpenNight, id: string): Promise<Fate | null> => {
  const keys = nightKeys(night.mode, night.id, night.run)
  const [accepted, placed, held, rejected] = await Promise.all([
    redis.hget(keys.accepted, id),
    redis.hget(keys.placed, id),
    redis.hget(keys.held, id),
    redis.hget(keys.rejected, id),
  ])
  const submission = accepted === null ? null : Submission.parse(JSON.parse(accepted))
  if (!submission) return null
  if (placed !== null) return { id, submission, status: 'published', seq: Number(placed) }
  if (held !== null)
    return { id, submission, status: 'held', reasons: Reasons.parse(JSON.parse(held)) }
  if (rejected !== null)
    return { id, submission, status: 'rejected', ruling: Ruling.parse(JSON.parse(rejected)) }
  return { id, submission, status: 'queued' }
}

/** All that waits for the desk, the latest first. */
export const heldOf = async (redis: Redis, night: OpenNight): Promise<Held[]> => {
  const ids = await redis.hkeys(nightKeys(night.mode, night.id, night.run).held)
  const fates = await Promise.all(ids.map((id) => fateOf(redis, night, id)))
  return fates.filter((fate) => fate?.status === 'held').toSorted((a, b) => saidAt(b) - saidAt(a))
}

/** In milliseconds: a sender writes its times in whatever zone it likes. */
const saidAt = ({ submission }: Fate): number =>
  milliseconds(
    submission.kind === 'declaration' ? submission.declaration.declaredAt : submission.at,
  )
