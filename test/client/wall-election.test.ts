import {
  firstShown,
  readPair,
  reachWords,
  surprisesIn,
} from '@night/client/battleground/battle-words'
import { movedWords, spanWords } from '@night/client/schedule/schedule-words'
import { dialOf } from '@night/client/wall/election/dial'
import { endingWords } from '@night/client/wall/election/ending-words'
import { leadOf } from '@night/client/wall/election/lead'
import { cellLook } from '@night/client/wall/election/map-cell'
import { type MapCell, mapNameOf } from '@night/client/wall/election/map-file'
import { cellAfter, cellNamed, keyToStep } from '@night/client/wall/election/map-steps'
import { electionFact, majorityFact } from '@night/client/wall/election/strap-fact'
import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import { battleground } from '@night/shared/tally/battleground'
import { milestones } from '@night/shared/tally/milestones'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const night2019 = '2019-12-12-general-election'
const night2024 = '2024-07-04-general-election'
const rush = '2019-12-13T03:40:59.999Z'

const boardOf = async (night: string, until = '9'): Promise<Board> =>
  foldAll(
    emptyBoard(await definitionOf(night), 'recorded'),
    (await recordedLog(night)).filter(({ at }) => at <= until),
  )
const seatNamed = (board: Board, wanted: string) =>
  present(
    Object.values(board.seatsById).find(({ contest }) => contest.constituency.name === wanted),
  )

test('[GEW2] in the rush the strap has the greatest news of the minute, else what was said last', async () => {
  const board = await boardOf(night2019, rush)
  expect(leadOf(board)?.seat.contest.constituency.name).toBe('Wakefield')
  expect(electionFact(board, seatNamed(board, 'Wakefield'))).toBe(
    'The Conservatives’ 35th gain of the night',
  )
  expect(electionFact(board, seatNamed(board, 'Newark'))).toMatch(
    /^Lab needed a swing of \d+\.\d points to take it$/,
  )
  expect(leadOf(emptyBoard(await definitionOf(night2019), 'live'))).toBeNull()
})

test('[GEW2] the seat that made a majority is on the strap, and that is what is said of it', async () => {
  const board = await boardOf(night2024, '2024-07-05T04:00:30.000Z')
  const passing = present(milestones(board).passed).by
  expect(leadOf(board)?.seat).toBe(passing)
  expect(majorityFact(board, passing)).toBe('Labour’s 326th seat: a majority')
  expect(majorityFact(board, seatNamed(board, 'Camborne and Redruth'))).toBe('')
})

test('[GEW2] beside a swing between others nothing is said of what somebody would have needed', async () => {
  const board = await boardOf(night2024)
  expect(electionFact(board, seatNamed(board, 'Washington and Gateshead South'))).toBe('')
})

test('[GEW2] independents gain seats each as another person', async () => {
  const board = await boardOf(night2024)
  expect(electionFact(board, seatNamed(board, 'Birmingham Perry Barr'))).toBe(
    '6th gain of the night by an independent',
  )
})

test('[GEW4] a night is drawn on the boundaries that it was fought on', async () => {
  expect(mapNameOf(await boardOf(night2019, '2'))).toBe('uk-2010')
  expect(mapNameOf(await boardOf(night2024, '2'))).toBe('uk-2024')
})

test('[GEW5] a cell has the winner’s letter and a name that says everything; a seat to come has neither colour nor letter', async () => {
  const board = await boardOf(night2024)
  expect(cellLook(seatNamed(board, 'Camborne and Redruth'), false)).toEqual({
    state: 'declared',
    party: 'lab',
    verdict: 'gain',
    letter: 'L',
    name: 'Camborne and Redruth: LAB GAIN from CON, majority 7,806',
  })
  const before = emptyBoard(await definitionOf(night2024), 'live')
  const awaited = cellLook(seatNamed(before, 'Camborne and Redruth'), false)
  expect(awaited).toMatchObject({ state: 'awaited', party: null, letter: '' })
  expect(awaited.name).toBe('Camborne and Redruth: awaited, Con defends a majority of 9,848')
  expect(cellLook(seatNamed(before, 'Camborne and Redruth'), true)).toMatchObject({
    state: 'defended',
    party: 'con',
    letter: 'C',
  })
})

const cells: readonly MapCell[] = [
  { id: 'north', x: 4, y: 0 },
  { id: 'west', x: 1, y: 3 },
  { id: 'middle', x: 3, y: 3 },
  { id: 'east', x: 9, y: 3 },
  { id: 'south', x: 4, y: 4 },
]
const step = (from: string, key: string): string =>
  cellAfter(cells, present(cells.find(({ id }) => id === from)), present(keyToStep(key))).id

test('[GEW6] arrows go to the nearest cell that way, over water too, and stay at the edge', () => {
  expect([
    step('middle', 'ArrowLeft'),
    step('middle', 'ArrowRight'),
    step('middle', 'ArrowUp'),
    step('middle', 'ArrowDown'),
    step('west', 'ArrowLeft'),
    step('middle', 'Home'),
    step('middle', 'End'),
  ]).toEqual(['west', 'east', 'north', 'south', 'west', 'north', 'south'])
  expect(keyToStep('Tab')).toBeUndefined()
})

test('[GEW6] letters find a name, and the same letter the next one', () => {
  const names = [
    ['a', 'Bath'],
    ['b', 'Bolton West'],
    ['c', 'Bury North'],
  ] as const
  expect(cellNamed(names, 'b', 'a')).toBe('b')
  expect(cellNamed(names, 'b', 'c')).toBe('a')
  expect(cellNamed(names, 'bo', 'b')).toBe('b')
  expect(cellNamed(names, 'x', 'a')).toBeUndefined()
})

test('[GEW7] the needle leans to who gains, each party keeps its side, and the scale holds the swing', () => {
  const swing = { points: { value: 10, printed: '10.0' }, seats: 1, place: 'Great Britain' }
  const toLabour = dialOf({ from: 'con', to: 'lab', ...swing })
  const toCon = dialOf({ from: 'lab', to: 'con', ...swing })
  expect(toLabour.sides.map(({ party }) => party)).toEqual(['lab', 'con'])
  expect(toCon.sides).toEqual(toLabour.sides)
  expect([toLabour.angle, toCon.angle]).toEqual([-56, 56])
  const wide = dialOf({ from: 'con', to: 'lab', ...swing, points: { value: 31, printed: '31.0' } })
  expect(Math.abs(wide.angle)).toBeLessThan(84)
})

test('[GEW8] the night ends with a majority and where it was reached', async () => {
  expect(endingWords(await boardOf(night2019))).toEqual({
    party: 'con',
    words: 'CON MAJORITY 80',
    lines: ['365 seats, net +48; 81 seats changed hands', '326 reached at 5.05am in Bolsover'],
  })
})

test('[GEW2] which gain of a party’s it is goes by when seats were first declared, though one was put right later', async () => {
  const board = await boardOf(night2019)
  const first = seatNamed(board, 'Blyth Valley')
  const latest = { ...present(first.latest), seq: board.seq + 1 }
  const id = first.contest.constituency.id
  const put = { ...board, seatsById: { ...board.seatsById, [id]: { ...first, latest } } }
  expect(electionFact(put, present(put.seatsById[id]))).toBe(
    'The Conservatives’ 1st gain of the night',
  )
  const second = electionFact(board, seatNamed(board, 'Workington'))
  expect(second).toBe('The Conservatives’ 2nd gain of the night')
  expect(electionFact(put, seatNamed(put, 'Workington'))).toBe(second)
})

test('[GEW8] a majority was reached when its seat was first declared, though its figures were put right later', async () => {
  const board = await boardOf(night2019)
  const { contest, latest, ...seat } = present(milestones(board).passed).by
  const corrected = { ...seat, contest, latest: { ...latest, at: '2019-12-13T11:12:00.000Z' } }
  const seatsById = { ...board.seatsById, [contest.constituency.id]: corrected }
  expect(endingWords({ ...board, seatsById }).lines).toContain('326 reached at 5.05am in Bolsover')
})

test('[GEW8] a night that is closed before all have declared says no more than is known', async () => {
  const endedAt = async (time: string) => endingWords(await boardOf(night2019, time)).words
  expect(await endedAt('2019-12-13T01:00:00.000Z')).toBe('NO MAJORITY YET')
  expect(await endedAt('2019-12-13T05:30:00.000Z')).toBe('CON MAJORITY')
})

test('[GEW9] a slip is told in hours and minutes, and its direction', () => {
  expect([25, 70, 120, 4400].map(spanWords)).toEqual(['25 min', '1 h 10', '2 h 00', '3 days'])
  expect([movedWords({ moved: 70 }), movedWords({ moved: -5 }), movedWords({ moved: 0 })]).toEqual([
    '+1 h 10',
    '−5 min',
    '',
  ])
})

test('[GEW10] the address picks the pair, and the wall shows where the line stands', async () => {
  expect(readPair(new URLSearchParams('from=con&to=lab'))).toEqual({ from: 'con', to: 'lab' })
  for (const query of ['', 'from=con', 'from=con&to=con', 'from=con&to=<b>']) {
    expect(readPair(new URLSearchParams(query))).toBeNull()
  }
  const battle = battleground(await boardOf(night2024), { from: 'con', to: 'lab' })
  expect(reachWords(battle)).toBe('105 of 372 fall at the swing so far')
  expect(surprisesIn(battle.targets)).toEqual({ beyond: 84, missed: 7 })
  expect(firstShown(battle, 14)).toBe(101)
  expect(firstShown({ targets: battle.targets, falling: 0 }, 14)).toBe(0)
  expect(firstShown({ targets: battle.targets, falling: 372 }, 14)).toBe(358)
})
