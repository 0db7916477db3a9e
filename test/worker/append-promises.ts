import { emptyHead, type Head, link } from '@night/shared/chain'
import type { NightEvent, UnplacedEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { append, readOn } from '@night/worker/log'
import { sha256 } from '@night/worker/sha256'
import type { Redis } from 'ioredis'
import { expect } from 'vitest'
import { nightName } from '../support/night.ts'

/** Throws where the append that this Redis runs does not keep the promise. */
type Promised = (redis: Redis) => Promise<void>

export const opened = (night: string): UnplacedEvent => ({
  kind: 'opened',
  night,
  mode: 'rehearsal',
  at: '2023-10-19T21:00:00.000Z',
  publishedAt: '2023-10-19T21:00:00.000Z',
  title: 'TEST',
  constituencies: 1,
  run: 1,
})

/** A night of its own, with the event that comes after each head. */
const openNight = (redis: Redis) => {
  const night = nightName()
  const keys = nightKeys('rehearsal', night)
  const after = (head: Head): NightEvent => link(head, opened(night), sha256)
  const write = (id: string, head: Head) =>
    append(redis, keys, { head, entries: [{ id, event: after(head) }] })
  /** Several that follow one another. */
  const writeAll = (ids: readonly string[], head: Head) => {
    let last = head
    const entries = ids.map((id) => {
      const event = after(last)
      last = event
      return { id, event }
    })
    return append(redis, keys, { head, entries })
  }
  const read = () => readOn(redis, keys.log, emptyHead)
  return { keys, after, write, writeAll, read }
}

/** An id that is in the log keeps its place, and waits no longer. */
const once: Promised = async (redis) => {
  const { keys, after, write, read } = openNight(redis)
  await redis.sadd(keys.pending, 'd-1', 'd-2')
  expect(await write('d-1', emptyHead)).toBe('appended')
  expect(await redis.smembers(keys.pending)).toEqual(['d-2'])
  await redis.sadd(keys.pending, 'd-1')
  expect(await write('d-1', emptyHead)).toBe('known')
  expect(await write('d-1', after(emptyHead))).toBe('known')
  expect(await redis.smembers(keys.pending)).toEqual(['d-2'])
  expect(await redis.hgetall(keys.placed)).toEqual({ 'd-1': '1' })
  expect(await read()).toEqual([after(emptyHead)])
}

/** A head that is not the log's own, by its number or its hash, is a conflict, which changes nothing. */
const inTurn: Promised = async (redis) => {
  const { keys, after, write, read } = openNight(redis)
  const first = after(emptyHead)
  const second = after(first)
  await redis.sadd(keys.pending, 'd-3')
  await redis.hset(keys.held, 'd-3', 'TEST')
  const strangers = [first, { seq: 1, hash: '' }, { seq: 0, hash: first.hash }]
  for (const head of strangers) expect(await write('d-3', head)).toBe('conflict')
  expect(await write('d-1', emptyHead)).toBe('appended')
  expect(await write('d-2', first)).toBe('appended')
  const earlier = [emptyHead, first, { ...second, seq: 1 }, { ...second, hash: 'f'.repeat(64) }]
  for (const head of earlier) expect(await write('d-3', head)).toBe('conflict')
  expect(await read()).toEqual([first, second])
  expect(await redis.hkeys(keys.placed)).toEqual(['d-1', 'd-2'])
  expect(await redis.smembers(keys.pending)).toEqual(['d-3'])
  expect(await redis.hkeys(keys.held)).toEqual(['d-3'])
}

/** What was held back and is in the log is held back no more; what else is held back stays so. */
const letGo: Promised = async (redis) => {
  const { keys, write } = openNight(redis)
  await redis.hset(keys.held, 'd-1', 'TEST', 'd-2', 'TEST')
  expect(await write('d-1', emptyHead)).toBe('appended')
  expect(await redis.hkeys(keys.held)).toEqual(['d-2'])
}

/** What the desk has rejected enters no log, by itself or behind another. [HLD3] */
const rejected: Promised = async (redis) => {
  const { keys, write, writeAll, read } = openNight(redis)
  await redis.hset(keys.rejected, 'd-1', 'TEST')
  await redis.sadd(keys.pending, 'd-1', 'd-2')
  expect(await write('d-1', emptyHead)).toBe('known')
  expect(await writeAll(['d-2', 'd-1'], emptyHead)).toBe('conflict')
  expect(await read()).toEqual([])
  expect(await redis.smembers(keys.pending)).toEqual(['d-2'])
}

/** Each event stands at its own number, with the hash by which the next one is let in. */
const inPlace: Promised = async (redis) => {
  const { keys, after, write } = openNight(redis)
  const first = after(emptyHead)
  const second = after(first)
  expect(await write('d-1', emptyHead)).toBe('appended')
  expect(await write('d-2', first)).toBe('appended')
  expect(await redis.xrange(keys.log, '-', '+')).toEqual(
    [first, second].map((event) => [
      `${event.seq}-0`,
      ['event', JSON.stringify(event), 'hash', event.hash],
    ]),
  )
  expect(await redis.hgetall(keys.placed)).toEqual({ 'd-1': '1', 'd-2': '2' })
}

/** Several go in together, in their order; where the head moved on, or one of them is in the log already, none does. */
const together: Promised = async (redis) => {
  const { keys, after, write, writeAll, read } = openNight(redis)
  await redis.sadd(keys.pending, 'd-1', 'd-2', 'd-3', 'd-4')
  await redis.hset(keys.held, 'd-3', 'TEST')
  const first = after(emptyHead)
  expect(await write('d-1', emptyHead)).toBe('appended')
  expect(await writeAll(['d-2', 'd-3'], emptyHead)).toBe('conflict')
  expect(await writeAll(['d-2', 'd-3', 'd-1'], first)).toBe('conflict')
  expect(await writeAll(['d-2', 'd-1', 'd-3'], first)).toBe('conflict')
  expect(await read()).toEqual([first])
  expect(await redis.scard(keys.pending)).toBe(3)
  expect(await writeAll(['d-2', 'd-3'], first)).toBe('appended')
  expect(await writeAll(['d-2', 'd-4'], first)).toBe('known')
  const second = after(first)
  expect(await read()).toEqual([first, second, after(second)])
  expect(await redis.hgetall(keys.placed)).toEqual({ 'd-1': '1', 'd-2': '2', 'd-3': '3' })
  expect(await redis.smembers(keys.pending)).toEqual(['d-4'])
  expect(await redis.exists(keys.held)).toBe(0)
}

const sides = 10
const turns = 20
/** More often than this nobody loses a race against so few: such a log takes nothing any more. */
const mostTries = sides * turns * 2

/** However many write at once, each is in once, without a gap or a repeat. */
const racing: Promised = async (redis) => {
  const { read, write } = openNight(redis)
  let conflicts = 0
  const insist = async (id: string): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const answer = await write(id, (await read()).at(-1) ?? emptyHead)
      if (answer !== 'conflict') return
      conflicts += 1
    }
    throw new Error(`${id} was never let in`)
  }
  const side = async (name: number): Promise<void> => {
    for (let turn = 0; turn < turns; turn += 1)
      await Promise.all([insist(`d-${name}-${turn}`), insist(`d-${name}-${turn}`)])
  }
  await Promise.all(Array.from({ length: sides }, (_, name) => side(name)))
  expect((await read()).map(({ seq }) => seq)).toEqual(
    Array.from({ length: sides * turns }, (_, place) => place + 1),
  )
  expect(conflicts).toBeGreaterThan(0)
}

/** What every append keeps, from the quickest to try to the longest. */
export const appendPromises: readonly (readonly [what: string, holds: Promised])[] = [
  ['an id that is in the log keeps its place', once],
  ['a head that moved on is a conflict, which changes nothing', inTurn],
  ['what is in the log is held back no more', letGo],
  ['what the desk has rejected enters no log', rejected],
  ['each event stands at its number, with its hash', inPlace],
  ['several go in together or not at all', together],
  ['two hundred appends that race from ten sides are two hundred events without a gap', racing],
]
