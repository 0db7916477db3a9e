import { emptyHead, link } from '@night/shared/chain'
import type { UnplacedEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { append, readOn } from '@night/worker/log'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { nightName } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'

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
