import type { Declaration } from '@night/shared/declaration'
import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { Submission } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import { z } from 'zod'

const Reasons = z.array(
  z.strictObject({ code: z.string(), words: z.string(), suggestion: z.string().optional() }),
)

/** What became of a declaration that was received. */
export type Fate = { readonly id: string; readonly declaration: Declaration } & (
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
  if (submission?.kind !== 'declaration') return null
  const { declaration } = submission
  if (placed !== null) return { id, declaration, status: 'published', seq: Number(placed) }
  if (held !== null)
    return { id, declaration, status: 'held', reasons: Reasons.parse(JSON.parse(held)) }
  return { id, declaration, status: 'queued' }
}

/** All that waits for the desk, the latest declared first. */
export const heldOf = async (redis: Redis, night: OpenNight): Promise<Fate[]> => {
  const ids = await redis.hkeys(nightKeys(night.mode, night.id, night.run).held)
  const fates = await Promise.all(ids.map((id) => fateOf(redis, night, id)))
  return fates
    .filter((fate) => fate !== null)
    .toSorted((a, b) => (a.declaration.declaredAt < b.declaration.declaredAt ? 1 : -1))
}
