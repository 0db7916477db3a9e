import { createLanes, createSpacing } from '@night/worker/alerts/pace'
import type { Outcome } from '@night/worker/alerts/sender'
import { expect, test } from 'vitest'

const sent: Outcome = { outcome: 'sent', words: 'The receiver has it (200).' }
const waits = 'Others are before it: this channel takes only so many at a time.'

/** A clock that is moved on by whoever sleeps. */
const spacing = () => {
  const times: number[] = []
  let now = 1_000_000
  const pace = createSpacing({
    stopwatch: { now: () => now },
    sleep: (milliseconds) => Promise.resolve(void times.push(milliseconds)),
    every: 1000,
    patience: 2000,
  })
  return { pace, times, pass: (milliseconds: number) => void (now += milliseconds) }
}

test('[ALR29] a chat gets one message a second; the fourth at once is for later, and each is told another time', async () => {
  const { pace, times, pass } = spacing()
  const send = (key = 'chat') => pace(key, () => Promise.resolve(sent))
  expect(await Promise.all([send(), send(), send(), send(), send(), send('other')])).toEqual([
    sent,
    sent,
    sent,
    { outcome: 'later', words: waits, after: 3000 },
    { outcome: 'later', words: waits, after: 4000 },
    sent,
  ])
  expect(times).toEqual([1000, 2000])
  pass(3000)
  expect(await send()).toEqual(sent)
  expect(times).toEqual([1000, 2000])
})

test('[ALR29] a chat that asked us to wait is left alone until then', async () => {
  const { pace, pass } = spacing()
  const asked: Outcome = { outcome: 'later', words: '', after: 30_000 }
  let tries = 0
  const send = (outcome: Outcome) =>
    pace('chat', () => {
      tries += 1
      return Promise.resolve(outcome)
    })
  await send(asked)
  expect(await send(sent)).toEqual({ outcome: 'later', words: waits, after: 30_000 })
  expect(tries).toBe(1)
  pass(30_000)
  expect(await send(sent)).toEqual(sent)
})

test('[ALR29] to who does not answer one goes at a time, and nobody stands in line, until there is an answer', async () => {
  const pace = createLanes({ atOnce: 2, waiting: 2, after: 2000 })
  const away: Outcome = { outcome: 'later', words: 'It is away.', after: null, isAway: true }
  const later: Outcome = { outcome: 'later', words: waits, after: 2000 }
  const ends: ((outcome: Outcome) => void)[] = []
  const send = () => pace('host', () => new Promise<Outcome>((end) => ends.push(end)))
  const all = [send(), send(), send()]
  ends[0]?.(away)
  ends[1]?.(away)
  expect(await Promise.all(all)).toEqual([away, away, later])
  const again = send()
  expect(await send()).toEqual(later)
  ends[2]?.(sent)
  expect(await again).toEqual(sent)
  const both = [send(), send()]
  ends[3]?.(sent)
  ends[4]?.(sent)
  expect(await Promise.all(both)).toEqual([sent, sent])
})

test('[ALR29] so many at once to a push service, the rest in line, and what is over the line is for later', async () => {
  const pace = createLanes({ atOnce: 2, waiting: 1, after: 2000 })
  const started: string[] = []
  const ends: (() => void)[] = []
  const send = (name: string, key = 'host') =>
    pace(key, async () => {
      started.push(name)
      await new Promise<void>((end) => ends.push(end))
      if (name === 'b') throw new Error('a fault')
      return sent
    })
  const first = send('a')
  const second = send('b')
  const third = send('c')
  expect(await send('d')).toEqual({ outcome: 'later', words: waits, after: 2000 })
  const other = send('e', 'other')
  expect(started).toEqual(['a', 'b', 'e'])
  ends[1]?.()
  await expect(second).rejects.toThrow('a fault')
  await expect.poll(() => started).toEqual(['a', 'b', 'e', 'c'])
  ends.forEach((end) => end())
  expect(await Promise.all([first, third, other])).toEqual([sent, sent, sent])
})
