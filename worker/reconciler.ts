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
 * Looks for what was accepted and is neither in the log nor held, and sees that it is decided: queued again where the
 * queue does not have it, put before the desk where deciding it failed every time. [LOG6]
 */
const reconcile = async (parts: Parts): Promise<void> => {
  const texts = await parts.redis.hvals(nightsKey)
  const open = texts.map((text) => OpenNight.parse(JSON.parse(text)))
  await parts.nights.keepOnly(open)
  for (const { id: night, mode, run } of open) {
    const ids = await parts.redis.smembers(nightKeys(mode, night, run).pending)
    for (const id of ids) await look(parts, { night, mode, run, id })
  }
}

const look = async ({ redis, queues, log }: Parts, job: Job): Promise<void> => {
  const { pending } = nightKeys(job.mode, job.night, job.run)
  if ((await redis.sismember(pending, job.id)) === 0) return
  const queued = await queues.queues[job.mode].getJob(job.id)
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
  createBeat(
    5003,
    () => reconcile(parts),
    (fault) => parts.log.warn({ fault: String(fault) }, 'could not reconcile; will try again'),
  )
