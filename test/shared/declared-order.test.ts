import { emptyBoard, fold, foldAll, foldAway } from '@night/shared/board'
import { asDeclared, declaredSeats, isDeclared } from '@night/shared/declared'
import type { NightEvent } from '@night/shared/event'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

test('[FEED2] the order of declared seats, asked for at every step, is that of a board folded afresh; so is a board that is folded away', async () => {
  const events = await recordedLog(october)
  const again = events.flatMap((event): NightEvent[] =>
    event.kind === 'declared' ? [{ ...event, revision: 2 }] : [],
  )
  const all = [...events, ...again].map((event, place) => ({ ...event, seq: place + 1 }))
  const begin = emptyBoard(await definitionOf(october), 'rehearsal')
  let board = begin
  let alone = emptyBoard(await definitionOf(october), 'rehearsal')
  for (const [place, event] of all.entries()) {
    board = fold(board, event)
    alone = foldAway(alone, event)
    expect(alone).toEqual(board)
    expect(declaredSeats(alone)).toEqual(declaredSeats(board))
    expect(declaredSeats(board)).toEqual(declaredSeats(foldAll(begin, all.slice(0, place + 1))))
  }
})

test('[REC7 TAL13] seats of one minute are in the order of their codes, whichever came first', async () => {
  const events = await recordedLog(october)
  const night = emptyBoard(await definitionOf(october), 'rehearsal')
  const [first, second] = Object.values(foldAll(night, events).seatsById)
    .filter(isDeclared)
    .map((seat) => ({ ...seat, firstAt: '2023-10-20T01:45:00.000Z' }))
    .toSorted((a, b) => a.contest.constituency.id.localeCompare(b.contest.constituency.id))
  if (!first || !second) throw new Error('Two seats had declared.')
  expect([first, second].toSorted(asDeclared)).toEqual([first, second])
  expect([second, first].toSorted(asDeclared)).toEqual([first, second])
})
