import { freshness } from '@night/client/freshness'
import { begin, hear, type History } from '@night/client/history'
import { ageOf } from '@night/client/my/age'
import { emptyBoard, foldAll } from '@night/shared/board'
import type { Mode } from '@night/shared/night'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const clock = { now: '2023-10-20T02:10:00.000Z', speed: 1, playing: true } as const

const boardAt = async (seq: number, mode: Mode) =>
  foldAll(emptyBoard(await definitionOf(october), mode), (await recordedLog(october)).slice(0, seq))

/** A screen that held three events, and is told that the log has two. */
const putBack = async (mode: Mode): Promise<History> => {
  const held = begin({ board: await boardAt(3, mode), clock }, 1000)
  const board = await boardAt(2, mode)
  const message = { night: october, board, seq: 2, reset: true } as const
  return hear(hear(held, { kind: 'dropped' }, 2000), { kind: 'night', message }, 3000)
}

const words = 'The log was put back at 3.10am: what is no longer here is void'

test('[BAK7] a screen whose night was put back says so in words with the time, in red, and after ten minutes no more', async () => {
  const history = await putBack('live')
  expect(freshness(history, 3000)).toEqual({ state: 'void', words })
  expect(ageOf(history, 3000, true)).toEqual({ state: 'old', words })
  const later = hear(history, { kind: 'clock', clock }, 602_900)
  expect(freshness(later, 602_999)).toMatchObject({ state: 'void' })
  expect(freshness(later, 603_000)).toMatchObject({ state: 'fresh' })
  expect(ageOf(later, 603_000, true)).toMatchObject({ state: 'live' })
})

test('[BAK7] a connection that is lost is told before it, and the first board of a screen is none', async () => {
  const history = await putBack('live')
  expect(freshness(hear(history, { kind: 'dropped' }, 4000), 4000)).toMatchObject({ state: 'lost' })
  const board = await boardAt(2, 'live')
  const first = hear(
    begin(null, 0),
    { kind: 'night', message: { night: october, board, seq: 2 } },
    1000,
  )
  expect(freshness(first, 1000)).toMatchObject({ state: 'fresh' })
})

test('[BAK7] a replay that is wound back was not put back', async () => {
  expect(freshness(await putBack('replay'), 3000)).toMatchObject({ state: 'fresh' })
})
