import { emptyBoard, foldAll } from '@night/shared/board'
import type { Contest } from '@night/shared/contest'
import { definitionsKey, nightKeys } from '@night/shared/names'
import { NightDefinition } from '@night/shared/night'
import type { Job } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import type { KnownNight } from './decision.ts'
import { readOn } from './log.ts'

/** Keeps the nights that have work folded, and reads on from where it was. A replay's new run starts afresh. */
export const createNights = (redis: Redis) => {
  const nights = new Map<string, KnownNight & { readonly run: number }>()

  const load = async (job: Job) => {
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

  const current = async (job: Job): Promise<KnownNight> => {
    const kept = nights.get(job.night)
    const night = kept?.run === job.run ? kept : await load(job)
    const { log } = nightKeys(job.mode, job.night, job.run)
    // A log that does not go on from what we remember is read from its start the next time.
    nights.delete(job.night)
    const read = { ...night, board: foldAll(night.board, await readOn(redis, log, night.board)) }
    nights.set(job.night, read)
    return read
  }

  /** Drops what is remembered, so that the next look reads the log from its start. */
  const forget = (night: string): void => {
    nights.delete(night)
  }

  return { current, forget }
}
export type Nights = ReturnType<typeof createNights>
