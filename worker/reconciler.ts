import { nightKeys, nightsKey } from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import type { Job } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createBeat } from './beat.ts'
import { hold } from './decide.ts'
import type { Nights } from './nights.ts'
import type { Queues } from './queues.ts'

type Parts = {
  readonly redis: Redis
  readonly queues: Queues
  readonly nights: Pick<Nights, 'keepOnly'>
  readonly log: Logger
}

/**
 * One look for what was accepted and is neither in the log nor held. It sees that this is decided: queued again where
 * the queue did not have it at the look before either, since whoever wrote it down may be about to queue it, in its
 * order; put before the desk where deciding it failed every time. [LOG6]
 */
export const createLooks = (parts: Parts) => {
  let missing: ReadonlySet<string> = new Set()
  return async (): Promise<void> => {
    const texts = await parts.redis.hvals(nightsKey)
    const open = texts.map((text) => OpenNight.parse(JSON.parse(text)))
    await parts.nights.keepOnly(open)
    const now = new Set<string>()
    for (const { id: night, mode, run } of open) {
      const ids = await parts.redis.smembers(nightKeys(mode, night, run).pending)
      for (const id of ids)
        if (await isMissingAnew(parts, { night, mode, run, id }, missing)) now.add(id)
    }
    missing = now
  }
}

/** Whether the queue does not have it, for the first time; else it is seen to. */
const isMissingAnew = async (
  { redis, queues, log }: Parts,
  job: Job,
  missing: ReadonlySet<string>,
): Promise<boolean> => {
  const { pending } = nightKeys(job.mode, job.night, job.run)
  if ((await redis.sismember(pending, job.id)) === 0) return false
  const queued = await queues.queues[job.mode].getJob(job.id)
  if (!queued && !missing.has(job.id)) return true
  const state = await queued?.getState()
  const context = { night: job.night, id: job.id }
  if (state === 'failed' && !passing.test(queued?.failedReason ?? 'job stalled')) {
    await hold(redis, job, [{ code: 'could-not-be-worked-out', words: notWorkedOut }])
    log.error({ ...context, fault: queued?.failedReason }, 'declaration parked for the desk')
  } else if (
    state === undefined ||
    state === 'failed' ||
    state === 'completed' ||
    state === 'unknown'
  ) {
    await queued?.remove()
    await queues.enqueue(job)
    log.warn({ ...context, state: state ?? 'missing' }, 'declaration queued again')
  }
  return false
}

/**
 * Why a job may fail that is decided when it is queued again: nobody held it any more; or Redis changed hands while it
 * was queued and it came without its submission, which is there by now.
 */
const passing = /^job stalled|was never written down\.$/

const notWorkedOut =
  'The figures were received and are safe, but the programme could not work out a result from them. Tell the technical desk.'

/** Reconciles every five seconds or so; odd, so that many workers do not do it at once. */
export const createReconciler = (parts: Parts) =>
  createBeat(5003, createLooks(parts), (fault) =>
    parts.log.warn({ fault: String(fault) }, 'could not reconcile; will try again'),
  )
