import { definitionsKey, nightsKey, replaysKey } from '@night/shared/names'
import { NightId } from '@night/shared/night'
import { Replay, Speed } from '@night/shared/replay'
import { type Clock, instant, milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Night } from './night.ts'
import { openNight } from './openings.ts'
import type { Refusal } from './problems.ts'
import { randomName } from './random-name.ts'
import { nextRun } from './replay-nights.ts'

const moment = z.iso.datetime({ offset: true })

export const NewReplay = z.strictObject({
  id: Replay.shape.id.optional(),
  of: NightId,
  speed: Speed,
  from: moment.optional(),
  to: moment.optional(),
})
export type NewReplay = z.infer<typeof NewReplay>

/** Each follows a log of its own on every server that shows it. */
const mostReplays = 20

const refusal = (code: Refusal['code'], detail: string): Refusal => ({ code, detail })

/** Begins a replay of a recorded night: what was declared before `from` is in at once. [RPL5] */
export const beginReplay = async (
  { redis, clock }: { readonly redis: Redis; readonly clock: Clock },
  wanted: NewReplay,
  recorded: Night | null,
): Promise<Replay | Refusal> => {
  const [first, last] = [recorded?.events.at(0), recorded?.events.at(-1)]
  if (!recorded || !first || !last)
    return refusal('no-such-thing', `There is no recording of “${wanted.of}”.`)
  if ((await redis.hlen(replaysKey)) >= mostReplays) {
    return refusal('too-many', `There are ${mostReplays} replays. Remove one that nobody watches.`)
  }
  const from = instant(milliseconds(wanted.from ?? first.at))
  const to = instant(milliseconds(wanted.to ?? last.at))
  if (from > to) return refusal('does-not-fit', '“from” is later than “to”.')
  const id = wanted.id ?? randomName(6)
  const night = `${wanted.of.slice(0, 60)}-replay-${id}`
  const setAt = instant(clock.now())
  const run = await nextRun(redis, night)
  const open = { id: night, mode: 'replay', run, openedAt: setAt } as const
  const { of, speed } = wanted
  const begun = { id, of, night, run, from, to, speed, playing: true, position: from, setAt }
  const isNew = await openNight(redis, open, recorded.definition)
  if (isNew && (await redis.hsetnx(replaysKey, id, JSON.stringify(begun))) === 1) return begun
  // The name may belong to a replay of another night, which goes on undisturbed.
  if (isNew) await redis.multi().hdel(nightsKey, night).hdel(definitionsKey, night).exec()
  return refusal('exists-already', `Replay “${id}” is there already.`)
}
