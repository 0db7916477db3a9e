import { nightKeys, queueName, queuePrefix } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { accept, submissionId, type Submission } from '@night/shared/submission'
import { sha256 } from '@night/worker/sha256'
import { Queue } from 'bullmq'
import { expect, onTestFinished, test } from 'vitest'
import { environmentOf, openHouse, openServer, openWorker } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { until } from '../support/until.ts'

const openNight = (id: string): OpenNight => ({
  id,
  mode: 'rehearsal',
  run: 1,
  openedAt: '2023-10-19T21:00:00.000Z',
})

const fromDesk = async (seat: string): Promise<Extract<Submission, { kind: 'declaration' }>> => ({
  kind: 'declaration',
  by: 'desk',
  declaration: await declarationOf(october, seat),
})

test('[LOG6] what was accepted and never queued, or dropped from the queue, is found and decided', async () => {
  const environment = await environmentOf()
  const { desk } = await openServer(environment)
  const redis = openRedis()
  const night = openNight(await desk.open(october))
  const submission = await fromDesk(tamworth)
  const lost = await accept({ redis, sha256, enqueue: async () => undefined }, night, submission)
  expect(lost).toBe(submissionId(night, submission, sha256))
  await openWorker(environment)
  const { log, pending } = nightKeys('rehearsal', night.id)
  await until('the reconciler has found it', async () => (await redis.xlen(log)) === 2)
  expect(await redis.scard(pending)).toBe(0)
})

test('[LOG6] a job that came without its submission keeps nothing from being decided when it is sent again', async () => {
  const { desk } = await openHouse()
  const redis = openRedis()
  const night = openNight(await desk.open(october))
  const submission = await fromDesk(tamworth)
  const id = submissionId(night, submission, sha256)
  const queue = new Queue(queueName('rehearsal'), { prefix: queuePrefix, connection: redis })
  onTestFinished(() => queue.close())
  const job = { night: night.id, mode: night.mode, run: night.run, id }
  await queue.add('declaration', job, { jobId: id })
  await until('it has failed', async () => (await queue.getJob(id))?.isFailed())
  expect(await desk.declare(night.id, submission.declaration)).toBe(id)
  await desk.reached(night.id, 2)
})

test('[LOG6] what cannot be worked out is put before the desk in words, and later ones go on', async () => {
  const { desk } = await openHouse()
  const redis = openRedis()
  const night = openNight(await desk.open(october))
  const queue = new Queue(queueName('rehearsal'), { prefix: queuePrefix, connection: redis })
  onTestFinished(() => queue.close())
  const right = await fromDesk(tamworth)
  const poison = { ...right, declaration: { ...right.declaration, constituency: 'E14000001' } }
  const enqueue = (job: { id: string }) =>
    queue.add('declaration', job, { jobId: job.id, attempts: 1 })
  const parked = await accept({ redis, sha256, enqueue }, night, poison)
  await desk.declare(night.id, await declarationOf(october, midBedfordshire))
  await desk.reached(night.id, 2)
  expect(await desk.decided(night.id, parked)).toMatchObject({
    status: 'held',
    reasons: [{ code: 'could-not-be-worked-out', words: expect.stringContaining('are safe') }],
  })
})
