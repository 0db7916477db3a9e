import { Instant } from '@night/shared/instant'
import { definitionsKey, nightsKey, replaysKey } from '@night/shared/names'
import { NightId } from '@night/shared/night'
import { Replay, Speed } from '@night/shared/replay'
import { hoursSaid } from '@night/shared/said-at'
import { type Clock, instant, milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { DeskPerson } from './access.ts'
import type { Night } from './night.ts'
import { openNight } from './openings.ts'
import type { Refusal } from './problems.ts'
import { randomName } from './random-name.ts'
import { dropAlerts, nextRun } from './replay-nights.ts'

/** Of another year than four digits can say no replay could be read again. */
const moment = z.iso
  .datetime({ offset: true })
  .transform((time) => instant(milliseconds(time)))
  .pipe(Instant)

export const NewReplay = z.strictObject({
  id: Replay.shape.id.optional(),
  of: NightId,
  speed: Speed,
  from: moment.optional(),
  to: moment.optional(),
  /** Where its clock begins; at `from` unless said. */
  position: moment.optional(),
  playing: z.boolean().optional(),
  /** Whoever begins it drives it. */
  control: z.literal('take').optional(),
})
export type NewReplay = z.infer<typeof NewReplay>

/** Each follows a log of its own on every server that shows it. */
const mostReplays = 20

const refusal = (code: Refusal['code'], detail: string): Refusal => ({ code, detail })

type Parts = { readonly redis: Redis; readonly clock: Clock; readonly who: DeskPerson }

/** Begins a replay of a recorded night: what was declared before `from` is in at once. [RPL5] */
export const beginReplay = async (
  { redis, clock, who }: Parts,
  wanted: NewReplay,
  recorded: Night | null,
): Promise<Replay | Refusal> => {
  if (!recorded || recorded.events.length === 0)
    return refusal('no-such-thing', `There is no recording of “${wanted.of}”.`)
  if ((await redis.hlen(replaysKey)) >= mostReplays) {
    return refusal('too-many', `There are ${mostReplays} replays. Remove one that nobody watches.`)
  }
  const hours = hoursSaid(recorded.events, recorded.definition.pollsClose)
  const from = wanted.from ?? instant(hours.from)
  const to = wanted.to ?? instant(hours.to)
  if (from > to) return refusal('does-not-fit', '“from” is later than “to”.')
  const id = wanted.id ?? randomName(6)
  const night = `${wanted.of.slice(0, 60)}-replay-${id}`
  const setAt = instant(clock.now())
  const run = await nextRun(redis, night)
  const open = { id: night, mode: 'replay', run, openedAt: setAt } as const
  const { of, speed, playing = true, control } = wanted
  const position = instant(
    Math.min(milliseconds(to), Math.max(milliseconds(from), milliseconds(wanted.position ?? from))),
  )
  const controller = control ? { id: who.id, name: who.name, since: setAt, movedAt: setAt } : null
  const begun = { id, of, night, run, from, to, speed, playing, position, setAt, controller }
  const isNew = await openNight(redis, open, recorded.definition)
  if (isNew) await dropAlerts(redis, night)
  if (isNew && (await redis.hsetnx(replaysKey, id, JSON.stringify(begun))) === 1) return begun
  // The name may belong to a replay of another night, which goes on undisturbed.
  if (isNew) await redis.multi().hdel(nightsKey, night).hdel(definitionsKey, night).exec()
  return refusal('exists-already', `Replay “${id}” is there already.`)
}
