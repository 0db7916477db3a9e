import { z } from 'zod'
import { Control, Controller } from './control.ts'
import { Instant } from './instant.ts'
import { nightKeys } from './names.ts'
import { NightId } from './night.ts'
import type { Scripting } from './redis.ts'
import { instant, milliseconds } from './time.ts'

/** A number of night seconds a second, or as fast as the queue goes. */
export const Speed = z.union([z.number().positive().max(100_000), z.literal('max')])

/** A replay as it stands: at `setAt` on the wall's clock the night's clock stood at `position`. */
export const Replay = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{4,12}$/),
  of: NightId,
  night: NightId,
  run: z.int().min(1),
  from: Instant,
  to: Instant,
  speed: Speed,
  playing: z.boolean(),
  position: Instant,
  setAt: Instant,
  /** Nobody: whoever is at the desk may move it. */
  controller: Controller.nullable().default(null),
})
export type Replay = z.infer<typeof Replay>

/** Where the night's clock stands at `now` (milliseconds, wall's clock), never past the end. [RPL2] */
export const positionAt = (replay: Replay, now: number): number => {
  const position = milliseconds(replay.position)
  const end = milliseconds(replay.to)
  if (!replay.playing) return position
  if (replay.speed === 'max') return end
  return Math.min(end, position + Math.max(0, now - milliseconds(replay.setAt)) * replay.speed)
}

export const ReplayChange = z.strictObject({
  playing: z.boolean().optional(),
  speed: Speed.optional(),
  position: z.iso.datetime({ offset: true }).optional(),
  control: Control.optional(),
})
export type ReplayChange = z.infer<typeof ReplayChange>

/** The replay after a change at `now`. Going back begins a new run, since a log only grows. [RPL4] */
export const changed = (replay: Replay, change: ReplayChange, now: number): Replay => {
  const here = positionAt(replay, now)
  const wanted = change.position === undefined ? here : milliseconds(change.position)
  const position = Math.min(milliseconds(replay.to), Math.max(milliseconds(replay.from), wanted))
  return {
    ...replay,
    run: position < here ? replay.run + 1 : replay.run,
    playing: change.playing ?? replay.playing,
    speed: change.speed ?? replay.speed,
    position: instant(position),
    setAt: instant(now),
  }
}

/** Seconds for which a replay's keys are kept when it is over. */
export const aDay = 86_400

/** KEYS what may go · ARGV seconds · what has its time already is not written again, which a disk would have to sync. */
const forgetScript = `
for _, key in ipairs(KEYS) do
  if redis.call('TTL', key) == -1 then redis.call('EXPIRE', key, ARGV[1]) end
end`

/** What a replay wrote in one run goes when the day is over: it is no record of anything. [RPL5] */
export const forgetRun = async (redis: Scripting, night: string, run: number): Promise<void> => {
  const keys = Object.values(nightKeys('replay', night, run))
  await redis.eval(forgetScript, keys.length, ...keys, aDay)
}
