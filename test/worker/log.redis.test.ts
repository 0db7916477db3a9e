import { emptyHead, link } from '@night/shared/chain'
import type { UnplacedEvent } from '@night/shared/event'
import { nightKeys, queueName, queuePrefix } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import type { OpenNight } from '@night/shared/night'
import { accept, submissionId, type Submission } from '@night/shared/submission'
import { append, readOn } from '@night/worker/log'
import { sha256 } from '@night/worker/sha256'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openHouse, openWorker, environmentOf, caller, openServer } from '../support/house.ts'
import {
  declarationOf,
  midBedfordshire,
  nightName,
  october,
  openRehearsal,
  tamworth,
} from '../support/night.ts'
import { until } from '../support/until.ts'

const openRedis = (): Redis => {
  const redis = new Redis(redisOptions(new URL(inject('redisUrl')), 'work'))
  onTestFinished(() => redis.disconnect())
  return redis
}

const opened = (night: string, at = '2023-10-19T21:00:00.000Z'): UnplacedEvent => ({
  kind: 'opened',
  night,
  mode: 'rehearsal',
  at,
  publishedAt: at,
  title: 'TEST',
  constituencies: 1,
  run: 1,
})

test('[LOG2] an id that is in the log keeps its place; a head that moved on is a conflict', async () => {
  const redis = openRedis()
  const night = nightName()
  const keys = nightKeys('rehearsal', night)
  await redis.sadd(keys.pending, 'd-1', 'd-2')
  const first = link(emptyHead, opened(night), sha256)
  expect(await append(redis, keys, { id: 'd-1', head: emptyHead, event: first })).toBe('appended')
  expect(await append(redis, keys, { id: 'd-1', head: emptyHead, event: first })).toBe('known')
  expect(await append(redis, keys, { id: 'd-2', head: emptyHead, event: first })).toBe('conflict')
  const forked = { seq: 1, hash: 'f'.repeat(64) }
  const onFork = link(forked, opened(night), sha256)
  expect(await append(redis, keys, { id: 'd-2', head: forked, event: onFork })).toBe('conflict')
  expect(await redis.xlen(keys.log)).toBe(1)
  expect(await redis.smembers(keys.pending)).toEqual(['d-2'])
})

test('[LOG2] two hundred appends that race from ten sides are two hundred events without a gap', async () => {
  const redis = openRedis()
  const night = nightName()
  const keys = nightKeys('rehearsal', night)
  let conflicts = 0
  const write = async (id: string): Promise<void> => {
    for (;;) {
      const events = await readOn(redis, keys.log, emptyHead)
      const head = events.at(-1) ?? emptyHead
      const answer = await append(redis, keys, {
        id,
        head,
        event: link(head, opened(night), sha256),
      })
      if (answer !== 'conflict') return
      conflicts += 1
    }
  }
  const sides = Array.from({ length: 10 }, async (_, side) => {
    for (let turn = 0; turn < 20; turn += 1)
      await Promise.all([write(`d-${side}-${turn}`), write(`d-${side}-${turn}`)])
  })
  await Promise.all(sides)
  expect((await readOn(redis, keys.log, emptyHead)).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 200 }, (_, place) => place + 1),
  )
  expect(conflicts).toBeGreaterThan(0)
})

test('[LOG3] a log that was altered is not written on', async () => {
  const redis = openRedis()
  const night = nightName()
  const { log } = nightKeys('rehearsal', night)
  const event = { ...link(emptyHead, opened(night), sha256), title: 'altered' }
  await redis.xadd(log, '1-0', 'event', JSON.stringify(event), 'hash', event.hash)
  await expect(readOn(redis, log, emptyHead)).rejects.toThrow(/event 1 does not follow event 0/)
})

test('[LOG5] each mode has a queue of its own, and two workers decide each declaration once', async () => {
  const { call, environment } = await openHouse()
  await openWorker(environment)
  expect(
    new Set(['live', 'rehearsal', 'replay'].map((mode) => queueName(mode as 'live'))).size,
  ).toBe(3)
  const nights = await Promise.all([1, 2, 3, 4].map(() => openRehearsal(call, october)))
  for (const night of nights) {
    for (const seat of [tamworth, midBedfordshire, tamworth]) {
      await call('POST', `/api/nights/${night}/declarations`, await declarationOf(october, seat))
    }
  }
  for (const night of nights) {
    const seqOf = async () =>
      ((await call('GET', `/api/nights/${night}/events`)).body as { seq: number }).seq
    await until('both are in', async () => (await seqOf()) === 3)
  }
})

test('[LOG6] what was accepted and never queued, or dropped from the queue, is found and decided', async () => {
  const environment = await environmentOf(inject('redisUrl'))
  const server = await openServer(environment)
  const call = caller(server.url)
  const redis = openRedis()
  const id = await openRehearsal(call, october)
  const night: OpenNight = { id, mode: 'rehearsal', run: 1, openedAt: '2023-10-19T21:00:00.000Z' }
  const submission: Submission = {
    kind: 'declaration',
    by: 'desk',
    declaration: await declarationOf(october, tamworth),
  }
  const lost = await accept({ redis, sha256, enqueue: async () => undefined }, night, submission)
  expect(lost).toBe(submissionId(night, submission, sha256))
  await openWorker(environment)
  const { log, pending } = nightKeys('rehearsal', id)
  await until('the reconciler has found it', async () => (await redis.xlen(log)) === 2)
  expect(await redis.scard(pending)).toBe(0)
})

test('[LOG6] what cannot be worked out is put before the desk in words, and later ones go on', async () => {
  const { call } = await openHouse()
  const redis = openRedis()
  const id = await openRehearsal(call, october)
  const night: OpenNight = { id, mode: 'rehearsal', run: 1, openedAt: '2023-10-19T21:00:00.000Z' }
  const queue = new Queue(queueName('rehearsal'), {
    prefix: queuePrefix,
    connection: redisOptions(new URL(inject('redisUrl')), 'work'),
  })
  onTestFinished(() => queue.close())
  const poison: Submission = {
    kind: 'declaration',
    by: 'desk',
    declaration: { ...(await declarationOf(october, tamworth)), constituency: 'E14000001' },
  }
  const enqueue = (job: { id: string }) =>
    queue.add('declaration', job, { jobId: job.id, attempts: 1 })
  const parked = await accept({ redis, sha256, enqueue }, night, poison)
  await call(
    'POST',
    `/api/nights/${id}/declarations`,
    await declarationOf(october, midBedfordshire),
  )
  await until(
    'the later one is out',
    async () => (await redis.xlen(nightKeys('rehearsal', id).log)) === 2,
  )
  const fate = await until('the poisonous one is parked', async () => {
    const { body } = await call('GET', `/api/nights/${id}/declarations/${parked}`)
    return (body as { status: string }).status === 'held' && body
  })
  expect(fate).toMatchObject({
    reasons: [{ code: 'could-not-be-worked-out', words: expect.stringContaining('are safe') }],
  })
})

test('[LOG7] a night is opened once, and its first event says so', async () => {
  const { call } = await openHouse()
  const id = await openRehearsal(call, october)
  expect((await call('POST', '/api/nights', { id, mode: 'rehearsal', from: october })).status).toBe(
    409,
  )
  expect(
    (await call('POST', '/api/nights', { id: nightName(), mode: 'replay', from: october })).status,
  ).toBe(422)
  expect(
    (await call('POST', '/api/nights', { id: nightName(), mode: 'live', from: 'none' })).status,
  ).toBe(404)
  const { body } = await until('it is open', async () => {
    const answer = await call('GET', `/api/nights/${id}/events`)
    return (answer.body as { seq: number }).seq === 1 && answer
  })
  expect(body).toMatchObject({
    events: [{ seq: 1, kind: 'opened', mode: 'rehearsal', constituencies: 2 }],
  })
  const night = await call('GET', `/api/nights/${id}`)
  expect(night.body).toMatchObject({
    id,
    mode: 'rehearsal',
    declared: 0,
    constituencies: 2,
    state: 'open',
  })
  expect((night.body as { contests: unknown[] }).contests).toHaveLength(2)
})

test('[LOG4] a correction is an event of its own: it says what it replaces and why, and the board follows it', async () => {
  const { call } = await openHouse()
  const id = await openRehearsal(call, october)
  const right = await declarationOf(october, tamworth)
  const path = `/api/nights/${id}/declarations`
  await call('POST', path, { ...right, rejected: 45 })
  await call('POST', path, { ...right, revision: 2, reason: 'rejected papers were read as 45' })
  const events = await until('both are in', async () => {
    const { body } = await call('GET', `/api/nights/${id}/events`)
    return (body as { seq: number }).seq === 3 && (body as { events: unknown[] }).events
  })
  expect(events.slice(1)).toMatchObject([
    { kind: 'declared', revision: 1, result: { turnout: { rejected: 45 } } },
    {
      kind: 'corrected',
      revision: 2,
      replaces: 2,
      reason: 'rejected papers were read as 45',
      result: { turnout: { rejected: 44 } },
    },
  ])
})
