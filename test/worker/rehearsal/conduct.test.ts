import { conduct } from '@night/worker/rehearsal/conduct'
import { parseOrder } from '@night/worker/rehearsal/order'
import { expect, test } from 'vitest'
import { october } from '../../support/night.ts'
import { rehearsed } from './rehearsed.ts'

/** A clock that sleeping moves on, and that notes when each step was sent. */
const stand = (stopAfter = Number.POSITIVE_INFINITY) => {
  let now = 1_000_000
  const sentAt: number[] = []
  return {
    sentAt,
    clock: { now: () => now },
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
    send: async () => {
      sentAt.push(now - 1_000_000)
      return { id: `d-${sentAt.length}` }
    },
    isStopped: () => sentAt.length >= stopAfter,
    tell: () => undefined,
  }
}

test('[RHS3] steps are sent at their times on the rehearsal’s clock, which begins with the first', async () => {
  const { steps } = await rehearsed(october, 'as-it-was')
  const real = stand()
  await conduct(steps, 1, real)
  expect(real.sentAt).toEqual([0, 35 * 60_000])
  const fast = stand()
  await conduct(steps, 60, fast)
  expect(fast.sentAt).toEqual([0, 35_000])
  const fastest = stand()
  await conduct(steps, 'max', fastest)
  expect(fastest.sentAt).toEqual([0, 0])
})

test('[RHS3] a rehearsal that is stopped has sent what came before', async () => {
  const { steps } = await rehearsed(october, 'bad-data')
  const stopped = stand(3)
  expect(await conduct(steps, 60, stopped)).toHaveLength(3)
})

test('[RHS5] without --url the house is the one of this machine, at its PORT', () => {
  const words = ['--night', october, '--scenario', 'hung']
  expect(parseOrder(words, { PORT: '3100' }).url).toBe('http://127.0.0.1:3100')
  expect(parseOrder(words, { PORT: '' }).url).toBe('http://127.0.0.1:3000')
  const elsewhere = 'https://results.example'
  expect(parseOrder([...words, '--url', elsewhere], { PORT: '3100' }).url).toBe(elsewhere)
  expect(() => parseOrder(words, { PORT: 'x' })).toThrow(/url/)
})

test('[RHS5] an order has a night and a scenario; what is wrong with it is said with the usage', () => {
  const words = ['--night', october, '--scenario', 'hung']
  expect(parseOrder(words, {})).toEqual({
    night: october,
    scenario: 'hung',
    seed: 1,
    speed: 60,
    url: 'http://127.0.0.1:3000',
    json: false,
  })
  expect(
    parseOrder([...words, '--speed', 'max', '--seed', '7', '--token-file', '/data/desk-token'], {}),
  ).toMatchObject({
    speed: 'max',
    seed: 7,
    'token-file': '/data/desk-token',
  })
  expect(() => parseOrder(['--night', october, '--scenario', 'chaos'], {})).toThrow(
    /the scenarios are as-it-was, landslide.*npm run rehearse/s,
  )
  expect(() => parseOrder([...words, '--speed', 'quick'], {})).toThrow(/speed/)
  expect(() => parseOrder([...words, '--loud'], {})).toThrow(/--loud.*npm run rehearse/s)
})
