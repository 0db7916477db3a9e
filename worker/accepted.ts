import type { NightKeys } from '@night/shared/names'
import { Ruling } from '@night/shared/ruling'
import { Submission } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import { z } from 'zod'

/** KEYS accepted, released, held, rejected · ARGV ids · one round trip for what decisions need, however many. */
const script = `
local found = {}
for i, id in ipairs(ARGV) do
  local with_the_desk = redis.call('HEXISTS', KEYS[3], id) + redis.call('HEXISTS', KEYS[4], id)
  found[i] = {redis.call('HGET', KEYS[1], id), redis.call('HGET', KEYS[2], id), with_the_desk}
end
return found`

/**
 * A submission as it was written down, and the ruling that let it through since: as texts, null where there is none;
 * and 1 where it is for the desk alone, which has it before it or has rejected it.
 */
const Accepted = z.tuple([
  z.string().nullable(),
  z.string().nullable(),
  z.union([z.literal(0), z.literal(1)]),
])
export type Accepted = z.infer<typeof Accepted>

/** What was written down of each. */
export const accepted = async (
  redis: Redis,
  keys: NightKeys,
  ids: readonly string[],
): Promise<Accepted[]> => {
  const names = [keys.accepted, keys.released, keys.held, keys.rejected]
  return z.array(Accepted).parse(await redis.eval(script, names.length, ...names, ...ids))
}

/** Whether the worker has nothing more to say about it, until the desk lets it through. */
export const isWithTheDesk = (found: Accepted | undefined): boolean => found?.[2] === 1

/** Throws where nothing was written down. */
export const submissionIn = (id: string, found: Accepted | undefined): Submission => {
  const [text, ruling] = found ?? [null, null]
  if (text === null) throw new Error(`Submission ${id} is queued, but was never written down.`)
  const submission = Submission.parse(JSON.parse(text))
  const { kind } = submission
  if (ruling === null || (kind !== 'declaration' && kind !== 'flash')) return submission
  const { by, reason } = Ruling.parse(JSON.parse(ruling))
  return Submission.parse({ ...submission, released: { by, reason } })
}
