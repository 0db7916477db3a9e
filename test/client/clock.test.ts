import { freshness } from '@night/client/freshness'
import { begin, hear, type History } from '@night/client/history'
import { modeWords, nightTime, shownTime } from '@night/client/night-clock'
import { emptyBoard } from '@night/shared/board'
import type { Mode } from '@night/shared/night'
import { clockTime, milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, october } from '../support/night.ts'

const clock = { now: '2023-10-20T01:45:00.000Z', speed: 240, playing: true } as const
const heard = { ...clock, heardAt: 1000 }

/** A screen that heard board and clock at 1 s of its own clock. */
const screen = async (mode: Mode): Promise<History> => {
  const board = emptyBoard(await definitionOf(october), mode)
  const connected = hear(
    begin(null, 0),
    { kind: 'night', message: { night: october, board, seq: 0 } },
    1000,
  )
  return hear(connected, { kind: 'clock', clock }, 1000)
}

test('[WALL2] the night’s clock goes on between messages at the night’s own speed', () => {
  expect(clockTime(nightTime(heard, 1000))).toBe('2.45am')
  expect(nightTime(heard, 2000) - milliseconds(clock.now)).toBe(240_000)
})

test('[WALL2] it stands still while paused, and where there is no speed', () => {
  expect(nightTime({ ...heard, playing: false }, 90_000)).toBe(milliseconds(clock.now))
  expect(nightTime({ ...heard, speed: 'max' }, 90_000)).toBe(milliseconds(clock.now))
})

test('[WALL2] without a connection a live clock goes on, and that of a replay stops', async () => {
  const live = hear(await screen('live'), { kind: 'dropped' }, 2000)
  const replay = hear(await screen('replay'), { kind: 'dropped' }, 2000)
  expect(shownTime(live, 11_000)).toBe(milliseconds(clock.now) + 2_400_000)
  expect(shownTime(replay, 11_000)).toBe(milliseconds(clock.now))
})

test('[WALL3] the age of the data is told in words, amber from two seconds on, red above 60', async () => {
  const history = await screen('live')
  expect(freshness(history, 2999)).toEqual({ state: 'fresh', words: '1 s old' })
  expect(freshness(history, 3000)).toEqual({
    state: 'delayed',
    words: 'Delayed – last heard 2 s ago',
  })
  expect(freshness(history, 61_000).state).toBe('delayed')
  expect(freshness(history, 62_000)).toEqual({
    state: 'stale',
    words: 'Nothing heard for 1 min – last figures 2.45am',
  })
})

test('[WALL4] a dropped connection is told at once, with the night’s time of the last figures', async () => {
  const history = hear(await screen('live'), { kind: 'dropped' }, 2000)
  expect(freshness(history, 2000)).toEqual({
    state: 'lost',
    words: 'Connection lost – last figures 2.45am',
  })
})

test('[FEED13] a refusal is shown in the words of the server', async () => {
  const problem = {
    type: 't',
    title: 'No',
    status: 401,
    code: 'no-token',
    detail: 'A token, please.',
  }
  const history = hear(await screen('live'), { kind: 'refused', problem }, 2000)
  expect(freshness(history, 2000)).toEqual({ state: 'refused', words: 'A token, please.' })
})

test('[WALL13] what is not live says so, with its speed', () => {
  expect(modeWords('live', heard, 'open')).toBe('LIVE')
  expect(modeWords('replay', heard, 'open')).toBe('REPLAY ×240')
  expect(modeWords('rehearsal', { ...heard, speed: 1 }, 'open')).toBe('REHEARSAL')
  expect(modeWords('replay', { ...heard, playing: false }, 'open')).toBe('REPLAY PAUSED')
  expect(modeWords('replay', { ...heard, playing: false }, 'closed')).toBe('REPLAY OVER')
})
