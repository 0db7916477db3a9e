import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { Submission } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import { z } from 'zod'

const Reasons = z.array(
  z.strictObject({ code: z.string(), words: z.string(), suggestion: z.string().optional() }),
)

/** What became of something that was received. */
export type Fate = { readonly id: string; readonly submission: Submission } & (
  | { readonly status: 'queued' }
  | { readonly status: 'published'; readonly seq: number }
  | { readonly status: 'held'; readonly reasons: z.infer<typeof Reasons> }
)

/** Null when nothing of that id was ever received. [LOG6] */
export const fateOf = async (redis: Redis, night: OpenNight, id: string): Promise<Fate | null> => {
  const keys = nightKeys(night.mode, night.id, night.run)
  const [accepted, placed, held] = await Promise.all([
    redis.hget(keys.accepted, id),
    redis.hget(keys.placed, id),
    redis.hget(keys.held, id),
  ])
  const submission = accepted === null ? null : Submission.parse(JSON.parse(accepted))
  if (!submission) return null
  if (placed !== null) return { id, submission, status: 'published', seq: Number(placed) }
  if (held !== null)
    return { id, submission, status: 'held', reasons: Reasons.parse(JSON.parse(held)) }
  return { id, submission, status: 'queued' }
}

/** All that waits for the desk, the latest first. */
export const heldOf = async (redis: Redis, night: OpenNight): Promise<Fate[]> => {
  const ids = await redis.hkeys(nightKeys(night.mode, night.id, night.run).held)
  const fates = await Promise.all(ids.map((id) => fateOf(redis, night, id)))
  return fates
    .filter((fate) => fate?.status === 'held')
    .filter((fate) => fate !== null)
    .toSorted((a, b) => (saidAt(a) < saidAt(b) ? 1 : -1))
}

const saidAt = ({ submission }: Fate): string =>
  submission.kind === 'declaration' ? submission.declaration.declaredAt : submission.at
