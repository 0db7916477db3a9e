import { nightsKey } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { acceptAll, type Submission } from '@night/shared/submission'
import { createQueues } from '@night/worker/queues'
import { createLooks } from '@night/worker/reconciler'
import { sha256 } from '@night/worker/sha256'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { nightName } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'

const at = '2023-10-20T01:45:00.000Z'

const noteOf = (text: string): Submission => ({
  kind: 'note',
  note: { constituency: null, text, speaker: null, role: null, source: null },
  at,
  by: 'desk',
})
const notes = Array.from({ length: 25 }, (_, place) => noteOf(`Note ${place}`))

test('[RPL1] what a replay is about to queue is not queued before that, in another order; what stays away is', async () => {
  const redis = openRedis()
  const log = pino({ level: 'silent' })
  const queues = createQueues(redis, log)
  const night: OpenNight = { id: nightName(), mode: 'replay', run: 1, openedAt: at }
  await redis.hset(nightsKey, night.id, JSON.stringify(night))
  onTestFinished(async () => {
    await redis.hdel(nightsKey, night.id)
    await queues.close()
  })
  const look = createLooks({ redis, queues, nights: { keepOnly: async () => undefined }, log })
  const sent: string[] = []
  const queued = async (): Promise<string[]> => {
    const ids = await queues.queues.replay.getRanges(['wait'], 0, -1, true)
    return ids.filter((id) => sent.includes(id))
  }
  const enqueueAll: typeof queues.enqueueAll = async (jobs) => {
    sent.push(...jobs.map(({ id }) => id))
    await look()
    return queues.enqueueAll(jobs)
  }
  await acceptAll({ redis, sha256, enqueueAll }, night, notes)
  expect(sent).toHaveLength(notes.length)
  expect(await queued()).toEqual(sent)

  const notQueued: typeof queues.enqueueAll = async (jobs) => {
    sent.push(...jobs.map(({ id }) => id))
    return []
  }
  await acceptAll({ redis, sha256, enqueueAll: notQueued }, night, [noteOf('The last')])
  await look()
  await look()
  expect(await queued()).toEqual(sent)
})
