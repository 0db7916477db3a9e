import {
  againstWords,
  netChanges,
  phaseOf,
  pollsWords,
  spokenWords,
  tallyWords,
} from '@night/client/night-words'
import { momentAfter, noMoment, pictureOf } from '@night/client/wall/moment'
import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import { milliseconds } from '@night/shared/time'
import { beforeAll, expect, test } from 'vitest'
import {
  definitionOf,
  isResult,
  midBedfordshire,
  october,
  recordedLog,
  tamworth,
} from '../support/night.ts'

let log: readonly NightEvent[]
let results: readonly ResultEvent[]
let empty: Board

beforeAll(async () => {
  log = await recordedLog(october)
  results = log.filter(isResult)
  empty = emptyBoard(await definitionOf(october), 'live')
})

const board = (results: number, isClosed = false): Board => ({
  ...foldAll(empty, log.slice(0, 1 + results)),
  state: isClosed ? 'closed' : 'open',
})

test('[WALL5] the picture follows the night: quiet, counting, declared, closed', () => {
  expect([board(0), board(1), board(2), board(2, true)].map(phaseOf)).toEqual([
    'quiet',
    'counting',
    'declared',
    'closed',
  ])
})

test('[WALL5] [GEW8] with a seat still to declare by-elections are waited for when they are closed, a general election is over', () => {
  const closed = board(1, true)
  const night = { ...closed.night, kind: 'general-election' } as const
  expect(phaseOf(closed)).toBe('counting')
  expect(phaseOf({ ...closed, night })).toBe('closed')
  expect(phaseOf({ ...board(0, true), night })).toBe('quiet')
})

test('[WALL5] the last declaration has its 20 seconds before the summary comes', () => {
  const moment = momentAfter(noMoment, results, 1000)
  expect(pictureOf(board(2, true), moment, 20_999)).toBe('declared')
  expect(pictureOf(board(2, true), moment, 21_000)).toBe('closed')
  expect(pictureOf(board(2, true), noMoment, 0)).toBe('closed')
})

test('[WALL11] the summary counts seats declared, and seats won and lost', () => {
  expect(tallyWords(board(1))).toBe('1 of 2 declared')
  expect(tallyWords(board(2))).toBe('2 of 2 declared')
  expect(netChanges(declaredSeats(board(2)))).toEqual([
    { party: 'lab', net: 2 },
    { party: 'con', net: -2 },
  ])
  expect(netChanges(declaredSeats(board(0)))).toEqual([])
})

test('[WALL9] what gain, hold and swing are measured against is always said', () => {
  expect(againstWords(empty)).toBe('against the 2019 general election')
})

test('[WALL9] a notional result is called one, and seats with different ones are not put together', () => {
  const withNotional = (ids: readonly string[]): Board => ({
    ...empty,
    seatsById: Object.fromEntries(
      Object.entries(empty.seatsById).map(([id, seat]) => {
        const { previous } = seat.contest
        const isNotional = ids.includes(id) && previous !== null
        return [
          id,
          isNotional
            ? { ...seat, contest: { ...seat.contest, previous: { ...previous, notional: true } } }
            : seat,
        ]
      }),
    ),
  })
  expect(againstWords(withNotional([tamworth, midBedfordshire]))).toBe(
    'against the 2019 general election (notional)',
  )
  expect(againstWords(withNotional([tamworth]))).toBe('each seat against its last general election')
})

test('[WALL7] the quiet hours say when polls close or closed, in the night’s own time', () => {
  const closing = '2023-10-19T21:00:00.000Z'
  const after = (minutes: number) => milliseconds(closing) + minutes * 60_000
  expect(pollsWords(closing, after(-30))).toBe('Polls close at 10.00pm on Thursday')
  expect(pollsWords(closing, after(5))).toBe('Polls closed at 10.00pm on Thursday, 5 min ago')
  expect(pollsWords(closing, after(252))).toBe(
    'Polls closed at 10.00pm on Thursday, 4 h 12 min ago',
  )
})

test('[WALL10] an arrival is read out in one sentence, however many came together', () => {
  const [first] = results
  expect(spokenWords([])).toBe('')
  expect(spokenWords(first ? [first] : [])).toBe(`${first?.words.line}.`)
  expect(spokenWords(results)).toMatch(/Mid Bedfordshire: LAB GAIN.*\. And 1 more result\.$/)
})

test('[WALL10] a correction says that it is one', () => {
  const [first] = results
  const corrected = first && {
    ...first,
    kind: 'corrected' as const,
    replaces: 2,
    reason: 'a slip',
    consequences: [],
  }
  expect(spokenWords(corrected ? [corrected] : [])).toMatch(/^CORRECTION: 2\.45am Tamworth/)
})
