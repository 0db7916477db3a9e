import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import type { Contest } from '@night/shared/contest'
import { definitionsKey, nightKeys } from '@night/shared/names'
import { NightDefinition, type OpenNight } from '@night/shared/night'
import { forgetRun } from '@night/shared/replay'
import type { Job } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import type { KnownNight } from './decision.ts'
import { holds, readOn } from './log.ts'

type Kept = KnownNight & { readonly run: number }

/** Keeps the nights that have work folded, and reads on from where it was. A replay's new run starts afresh. */
export const createNights = (redis: Redis) => {
  const nights = new Map<string, Kept>()
  const keptOf = (job: Job): Kept | undefined => {
    const night = nights.get(job.night)
    return night?.run === job.run ? night : undefined
  }

  /** As the log has it now. */
  const current = async (job: Job): Promise<KnownNight> => {
    const { log } = nightKeys(job.mode, job.night, job.run)
    const known = keptOf(job)
    // A log that was cut back, or put back, does not have our place any more: nothing that we hold is true.
    const night = known && (await holds(redis, log, known.board)) ? known : await load(redis, job)
    // A log that does not go on from what we remember is read from its start the next time.
    nights.delete(job.night)
    const read = { ...night, board: foldAll(night.board, await readOn(redis, log, night.board)) }
    nights.set(job.night, read)
    return read
  }

  return {
    current,
    /** As far as we remember it; somebody else may have gone on. */
    remembered: async (job: Job): Promise<KnownNight> => keptOf(job) ?? current(job),
    /** As it stands after what this worker has appended itself. */
    went: (job: Job, board: Board): void => {
      const night = keptOf(job)
      if (night) nights.set(job.night, { ...night, board })
    },
    /** Of these and no others. What was still written of a replay while it was removed goes as it does. [RPL5] */
    keepOnly: async (open: readonly OpenNight[]): Promise<void> => {
      const runs = new Map(open.map(({ id, run }) => [id, run]))
      for (const [id, { run, board }] of Array.from(nights)) {
        if (runs.get(id) === run) continue
        if (board.night.mode === 'replay') await forgetRun(redis, id, run)
        nights.delete(id)
      }
    },
  }
}
export type Nights = ReturnType<typeof createNights>

const load = async (redis: Redis, job: Job): Promise<Kept> => {
  const text = await redis.hget(definitionsKey, job.night)
  if (text === null) throw new Error(`Night ${job.night} has no definition.`)
  const definition = NightDefinition.parse(JSON.parse(text))
  const contests = definition.contests.map((contest): [string, Contest] => [
    contest.constituency.id,
    contest,
  ])
  return {
    definition,
    contestsById: new Map(contests),
    board: emptyBoard(definition, job.mode),
    run: job.run,
  }
}
