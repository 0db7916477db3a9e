import { begin, hear } from '@night/client/history'
import { ageOf } from '@night/client/my/age'
import { choiceIn, mine, toggled } from '@night/client/my/choice'
import { dueWords } from '@night/client/my/due-words'
import { keptOf } from '@night/client/my/kept-board'
import { restOfTheNight } from '@night/client/my/rest'
import { emptyBoard, foldAll } from '@night/shared/board'
import { milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { present } from '../support/present.ts'
import { definitionOf, midBedfordshire, october, recordedLog, tamworth } from '../support/night.ts'

const july = '2024-07-04-general-election'
const small = [tamworth, midBedfordshire]
const large = Array.from({ length: 650 }, (_, place) => `E${14_000_000 + place}`)

test('[MY1] on a small night all seats are mine until some are chosen; on a large one none', () => {
  expect(mine(null, small)).toEqual(small)
  expect(mine(null, large)).toEqual([])
  expect(mine([tamworth], small)).toEqual([tamworth])
  expect(mine(['E14999999', tamworth], small)).toEqual([tamworth])
})

test('[MY1] seats keep the order in which they were chosen, and what was kept may be anything', () => {
  expect(toggled(toggled(toggled([], 'a'), 'b'), 'a')).toEqual(['b'])
  expect(choiceIn('["b","a",3]')).toEqual(['b', 'a'])
  expect([choiceIn(null), choiceIn('{'), choiceIn('{}')]).toEqual([null, null, null])
})

const heardAt = 1_000_000
const minute = 60_000
const night = async () =>
  foldAll(emptyBoard(await definitionOf(october), 'live'), await recordedLog(october))
const clock = { now: '2023-10-20T02:20:00.000Z', speed: 1, playing: true }

test('[MY2] the rest of the night is one line', async () => {
  expect(restOfTheNight(await night())).toBe(
    '2 of 2 declared · Lab\u00a02 · last: 3.20am Mid Bedfordshire LAB GAIN from CON',
  )
})

test('[MY2] parties with as many seats stand in the wall’s order, each beside its seats', async () => {
  const log = await recordedLog(july)
  const until = log.slice(
    0,
    log.findIndex(({ at }) => at > '2024-07-05T03:40:00.000Z'),
  )
  expect(restOfTheNight(foldAll(emptyBoard(await definitionOf(july), 'live'), until))).toContain(
    '· Lab\u00a0290, Con\u00a054, Lib Dem\u00a034, Reform\u00a04 ·',
  )
})

test('[MY3] what is kept is the board, the night’s time and when it was heard', async () => {
  const board = await night()
  expect(keptOf(begin({ board, clock }, heardAt))).toEqual({ board, clock, heardAt })
  expect(keptOf(begin(null, heardAt))).toBeNull()
})

test('[MY4] a phone says that it is offline, how old the picture is and of what time', async () => {
  const kept = begin({ board: await night(), clock }, heardAt)
  const lost = hear(kept, { kind: 'dropped' }, heardAt)
  expect(ageOf(lost, heardAt + 12 * minute, false)).toEqual({
    state: 'old',
    words: 'Offline. This is how it stood 12 minutes ago, at 3.20am.',
  })
  expect(ageOf(lost, heardAt + 3 * 60 * minute, true).words).toBe(
    'No connection. This is how it stood 3 hours ago, at 3.20am.',
  )
  expect(ageOf(kept, heardAt + 2000, true)).toEqual({ state: 'waiting', words: 'Connecting' })
  expect(ageOf(kept, heardAt + 2000, false).state).toBe('old')
  expect(ageOf(begin(null, heardAt), heardAt, false).words).toBe('Offline, and nothing was kept')
})

test('[MY4] a line that nobody closed is delayed after two seconds, and old after half a minute', async () => {
  const board = await night()
  const connected = hear(
    begin({ board, clock }, heardAt),
    { kind: 'night', message: { night: october, events: [], seq: board.seq } },
    heardAt,
  )
  expect(ageOf(connected, heardAt + 1999, true).state).toBe('live')
  expect(ageOf(connected, heardAt + 29_000, true)).toEqual({
    state: 'waiting',
    words: 'Delayed – last heard 29 s ago',
  })
  expect(ageOf(connected, heardAt + 31_000, true).state).toBe('old')
})

test('[MY7] a seat that is more than half an hour late says so', async () => {
  const board = emptyBoard(await definitionOf(october), 'live')
  const { contest, ...rest } = present(board.seatsById[tamworth])
  const expectedAt = '2023-10-20T01:45:00.000Z'
  const seat = { ...rest, contest: { ...contest, expectedAt } }
  const due = milliseconds(expectedAt)
  expect(dueWords(seat, due + 30 * minute)).toBe('Due 2.45am')
  expect(dueWords(seat, due + 31 * minute)).toBe('Overdue, was due 2.45am')
  expect(dueWords(seat, due + 24 * 60 * minute)).toBe('Overdue, was due Fri 2.45am')
  expect(dueWords(seat, null)).toBe('Due 2.45am')
  expect(dueWords({ ...rest, contest }, due)).toBeNull()
})
