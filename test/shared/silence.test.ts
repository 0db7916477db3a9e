import { type Board, emptyBoard, fold } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { silenceOf } from '@night/shared/silence'
import { instant, milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

const july = '2024-07-04-general-election'
const december = '2019-12-12-general-election'
const minute = 60_000

type Stage = { readonly board: Board; readonly from: number; readonly to: number }

const stagesByNight = new Map<string, Promise<Stage[]>>()

/** A night as it grew: each board, from when, and until when. Closing comes with the last. */
const stages = (night: string): Promise<Stage[]> => {
  const known = stagesByNight.get(night) ?? grow(night)
  stagesByNight.set(night, known)
  return known
}

const grow = async (night: string): Promise<Stage[]> => {
  const log = await recordedLog(night)
  let board = emptyBoard(await definitionOf(night), 'live')
  return log.map((event: NightEvent, place) => {
    board = fold(board, event)
    const from = milliseconds(event.at)
    return { board, from, to: milliseconds((log[place + 1] ?? event).at) }
  })
}

/** The last board that was there at a time. */
const boardAt = async (night: string, time: string): Promise<Board> => {
  const found = (await stages(night)).findLast(({ from }) => from <= milliseconds(time))
  if (!found) throw new Error(`nothing at ${time}`)
  return found.board
}

test.each([december, july])(
  '[SIL1] in no real pause of %s is the feed said to be cut',
  async (night) => {
    const faults: string[] = []
    const unusual: string[] = []
    for (const { board, from, to } of await stages(night)) {
      for (let now = from; now <= to; now += minute) {
        const { state, words } = silenceOf(board, now)
        if (state === 'fault') faults.push(`${instant(now)} ${words}`)
        if (state === 'unusual') unusual.push(instant(now))
      }
    }
    expect(faults).toEqual([])
    expect(unusual.length).toBeLessThan(80)
  },
)

/** Minutes from the cut until it is said, for a cut at each minute of an hour. */
const toldAfter = async (night: string, hour: number): Promise<number[]> => {
  const opened = milliseconds((await definitionOf(night)).pollsClose)
  const all = await stages(night)
  return Array.from({ length: 60 }, (_, place) => {
    const cut = opened + ((hour + 2) * 60 + place) * minute
    const board = all.findLast(({ from }) => from <= cut)?.board
    const waited = Array.from({ length: 120 }, (_, more) => more + 1)
    return waited.find((more) => board && silenceOf(board, cut + more * minute).state === 'fault')
  }).map((told) => told ?? Number.POSITIVE_INFINITY)
}

test.each([
  [december, 1, 32],
  [december, 2, 8],
  [december, 3, 4],
  [december, 4, 6],
  [december, 5, 36],
  [july, 1, 41],
  [july, 2, 14],
  [july, 3, 6],
  [july, 4, 4],
  [july, 5, 8],
])(
  '[SIL2] the feed of %s cut at whatever minute after %i am is noticed within %i minutes',
  async (night, hour, most) => {
    const told = await toldAfter(night, hour)
    expect(Math.max(...told)).toBeLessThanOrEqual(most)
    expect(Math.min(...told)).toBeGreaterThan(0)
  },
)

test('[SIL1] at midnight half an hour is nothing; [SIL2] at 3.40am three minutes are a fault', async () => {
  const midnight = await boardAt(december, '2019-12-12T23:59:00.000Z')
  expect(silenceOf(midnight, milliseconds('2019-12-13T00:05:00.000Z')).state).toBe('as-expected')
  const rush = await boardAt(december, '2019-12-13T03:40:00.000Z')
  const at = (time: string) => silenceOf(rush, milliseconds(time))
  expect(at('2019-12-13T03:41:30.000Z').state).toBe('as-expected')
  expect(at('2019-12-13T03:43:00.000Z').state).toBe('fault')
})

test('[SIL3] what is said names the silence and the pace of the hour', async () => {
  const rush = await boardAt(december, '2019-12-13T03:40:00.000Z')
  const at = (time: string) => silenceOf(rush, milliseconds(time))
  expect(at('2019-12-13T03:46:00.000Z')).toEqual({
    state: 'fault',
    quietFor: 6 * minute,
    usual: expect.any(Number),
    words: expect.stringMatching(
      /^No declaration for 6 minutes; at this hour one comes every \d\d seconds\.$/,
    ),
  })
  expect(at('2019-12-13T03:40:10.000Z').words).toMatch(/^Last declaration at 3\.40am; at this/)
  const opened = await boardAt(july, '2024-07-04T21:00:00.000Z')
  expect(silenceOf(opened, milliseconds('2024-07-04T21:33:00.000Z')).words).toBe(
    'No declaration yet, 33 minutes into the night.',
  )
})

test('[SIL1] two by-elections never look cut, and neither does a night that is over or long gone', async () => {
  for (const { board, from, to } of await stages(october))
    for (let now = from; now <= to; now += minute)
      expect(silenceOf(board, now).state).toBe('as-expected')
  const early = await boardAt(december, '2019-12-13T02:00:00.000Z')
  expect(silenceOf(early, milliseconds('2026-01-01T00:00:00.000Z'))).toMatchObject({
    state: 'as-expected',
    words: '',
  })
  const closed: Board = { ...early, state: 'closed' }
  expect(silenceOf(closed, milliseconds('2019-12-13T03:00:00.000Z')).words).toBe('')
})

test('[SIL4] seats put off until tomorrow are not missed tonight', async () => {
  const board = await boardAt(december, '2019-12-13T01:39:00.000Z')
  const now = milliseconds('2019-12-13T01:55:00.000Z')
  const status = { kind: 'status', status: 'adjourned', expectedAt: '2019-12-13T15:00:00.000Z' }
  const putOff = Object.fromEntries(
    Object.entries(board.seatsById).map(([id, seat]) => [
      id,
      seat.latest ? seat : Object.assign({}, seat, { status }),
    ]),
  )
  expect(silenceOf(board, now).state).toBe('fault')
  expect(silenceOf({ ...board, seatsById: putOff }, now).state).toBe('as-expected')
})
