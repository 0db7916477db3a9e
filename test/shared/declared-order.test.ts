import { emptyBoard, fold, foldAll, foldAway } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
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
