import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
import { declaredOf } from '@night/shared/tally/declared'
import { defending } from '@night/shared/tally/defending'
import { closest, swungMost } from '@night/shared/tally/extremes'
import { isPerson } from '@night/shared/party'
import { milestones, milestoneWords } from '@night/shared/tally/milestones'
import { partiesIn, stateOfParties } from '@night/shared/tally/parties'
import { stateByCountry, stateByRegion } from '@night/shared/tally/regions'
import { pairThatMatters, swingSoFar } from '@night/shared/tally/swing'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const night2019 = '2019-12-12-general-election'
const night2024 = '2024-07-04-general-election'

const empty = async (night: string): Promise<Board> =>
  emptyBoard(await definitionOf(night), 'recorded')
const boardOf = async (night: string, until = '9'): Promise<Board> =>
  foldAll(
    await empty(night),
    (await recordedLog(night)).filter(({ at }) => at <= until),
  )
/** "con 365 +48". */
const told = (board: Board, count: number): string[] =>
  stateOfParties(board)
    .slice(0, count)
    .map(({ party, seats, net }) => `${party} ${seats} ${net}`)

test('[TAL1] seats and net change of the recorded nights are the official ones', async () => {
  expect(told(await boardOf(night2019), 6)).toEqual([
    'con 365 48',
    'lab 202 -60',
    'snp 48 13',
    'ld 11 -1',
    'dup 8 -2',
    'sf 7 0',
  ])
  expect(told(await boardOf(night2024), 4)).toEqual([
    'lab 411 211',
    'con 121 -251',
    'ld 72 64',
    'snp 9 -39',
  ])
})

test('[TAL1] what one party gained another lost, and the Speaker stands for himself', async () => {
  const parties = stateOfParties(await boardOf(night2019))
  expect(parties.reduce((sum, { net }) => sum + net, 0)).toBe(0)
  expect(parties.find(({ party }) => party === 'spk')).toMatchObject({
    seats: 1,
    gained: 1,
    lost: 1,
    change: null,
  })
})

test('[TAL2] shares and their change are those of the same seats', async () => {
  const [con] = stateOfParties(await boardOf(night2019))
  expect(con).toMatchObject({ share: { printed: '43.6' }, shareBefore: { printed: '42.3' } })
  expect(con?.change?.printed).toBe('1.3')
  const early = await boardOf(night2024, '2024-07-05T03:40:59.999Z')
  expect(told(early, 2)).toEqual(['lab 290 131', 'con 54 -144'])
  expect(stateOfParties(early)[1]).toMatchObject({
    share: { printed: '21.9' },
    shareBefore: { printed: '41.5' },
    change: { printed: '−19.5' },
  })
})

test('[TAL2] an independent has votes and no change', async () => {
  const parties = stateOfParties(await boardOf(night2024))
  const independent = parties.find(({ party }) => party === 'ind')
  expect(independent).toMatchObject({ seats: 6, shareBefore: null, change: null })
  expect(independent?.votes).toBeGreaterThan(500_000)
})

test('[TAL3] what is declared is counted, and an empty night is empty', async () => {
  const board = await empty(night2024)
  expect(declaredOf(board)).toEqual({ declared: 0, total: 650 })
  expect(declaredOf(await boardOf(night2024, '2024-07-05T03:40:59.999Z')).declared).toBe(400)
  expect([stateOfParties(board), partiesIn([]), closest(board)]).toEqual([[], [], []])
  expect([pairThatMatters(board), swingSoFar(board, { from: 'con', to: 'lab' })]).toEqual([
    null,
    null,
  ])
})

test('[TAL3] the order in which results arrive changes nothing', async () => {
  const log = (await recordedLog(night2019)).filter(({ kind }) => kind === 'declared').slice(0, 120)
  const inOrder = foldAll(await empty(night2019), log)
  const shuffled = log
    .toSorted((a, b) => a.hash.localeCompare(b.hash))
    .map((event, index) => ({ ...event, seq: index + 1 }))
    .reduce(fold, await empty(night2019))
  expect(stateOfParties(shuffled)).toEqual(stateOfParties(inOrder))
  expect(swingSoFar(shuffled, { from: 'lab', to: 'con' })).toEqual(
    swingSoFar(inOrder, { from: 'lab', to: 'con' }),
  )
})

test('[TAL4] the swing so far has a direction, whichever way it is asked for', async () => {
  const board = await boardOf(night2019)
  const swing = swingSoFar(board, { from: 'con', to: 'lab' })
  expect(swing).toEqual(swingSoFar(board, { from: 'lab', to: 'con' }))
  expect(swing).toMatchObject({ from: 'lab', to: 'con', points: { printed: '4.7' } })
})

test('[TAL5] it is measured in the countries in which both stand, and says so', async () => {
  const board = await boardOf(night2024)
  expect(swingSoFar(board, { from: 'con', to: 'lab' })).toMatchObject({
    points: { printed: '11.1' },
    seats: 632,
    place: 'Great Britain',
  })
  expect(swingSoFar(board, { from: 'snp', to: 'lab' })).toMatchObject({
    seats: 57,
    place: 'Scotland',
  })
})

test('[TAL6] the pair that matters had most votes last time in the seats that declared', async () => {
  expect(pairThatMatters(await boardOf(night2024))).toEqual({ from: 'con', to: 'lab' })
  expect(pairThatMatters(await boardOf(night2019, '2019-12-12T23:45:00.000Z'))).toEqual({
    from: 'lab',
    to: 'con',
  })
})

test('[TAL7] regions and countries add up to the House', async () => {
  const board = await boardOf(night2024)
  for (const places of [stateByRegion(board), stateByCountry(board)]) {
    expect(places.reduce((sum, { total }) => sum + total, 0)).toBe(650)
    expect(places.every(({ declared, total }) => declared === total)).toBe(true)
  }
  const scotland = stateByCountry(board).find(({ name }) => name === 'Scotland')
  expect(scotland?.parties.slice(0, 2).map(({ party, seats }) => [party, seats])).toEqual([
    ['lab', 37],
    ['snp', 9],
  ])
  expect(stateByRegion(await empty(night2024))[0]).toMatchObject({ declared: 0, parties: [] })
})

test('[TAL13] a majority is passed by a seat, and before it there is a number to go', async () => {
  const early = milestones(await boardOf(night2024, '2024-07-05T03:40:59.999Z'))
  expect(early).toEqual({ line: 326, passed: null, next: 'Labour needs 36 more for a majority' })
  const { passed } = milestones(await boardOf(night2024))
  expect(passed).toMatchObject({ party: 'lab', seats: 411 })
  expect(passed?.by.contest.constituency.name).toBe('Blaenau Gwent and Rhymney')
  expect(passed?.by.records.filter(({ text }) => text.includes('326'))).toHaveLength(1)
  expect(milestoneWords(await boardOf(night2024))).toBe('Labour passed 326 at 5.00am')
  expect(milestones(await empty(night2024)).next).toBe('326 seats make a majority')
})

test('[TAL13] a majority was passed when its seat was first declared, though its figures were put right later', async () => {
  const board = await boardOf(night2024)
  const seat = present(milestones(board).passed).by
  const latest = { ...seat.latest, at: '2024-07-05T09:12:00.000Z' }
  const seatsById = { ...board.seatsById, [seat.contest.constituency.id]: { ...seat, latest } }
  expect(milestoneWords({ ...board, seatsById })).toBe('Labour passed 326 at 5.00am')
})

test('[TAL13] a person needs no majority, as the first to declare either', async () => {
  const board = await boardOf(night2024)
  const seats = Object.entries(board.seatsById).map(([id, seat]) => {
    const isPersons = seat.latest && isPerson(seat.latest.result.verdict.party)
    return [id, isPersons ? seat : { ...seat, latest: null }]
  })
  const { next } = milestones({ ...board, seatsById: Object.fromEntries(seats) })
  expect(next).toBe('326 seats make a majority')
})

test('[TAL13] when nobody can reach it any more, that is what is said', async () => {
  const board = await boardOf(night2024)
  const winners = { con: 110, ld: 72, snp: 9 }
  const seats = Object.entries(winners).flatMap(([party, count]) =>
    Object.entries(board.seatsById)
      .filter(([, { latest }]) => latest?.result.verdict.party === party)
      .slice(0, count),
  )
  const enough = milestones({ ...board, seatsById: Object.fromEntries(seats) })
  expect(enough.passed).toMatchObject({ party: 'con', seats: 110 })
  const hung = milestones({ ...board, seatsById: Object.fromEntries(seats.slice(30)) })
  expect(hung).toEqual({ line: 81, passed: null, next: 'No party can reach a majority' })
})

test('[TAL15] what each party defends is counted by the baseline', async () => {
  expect(defending(await empty(night2024)).slice(0, 3)).toEqual([
    { party: 'con', seats: 372 },
    { party: 'lab', seats: 200 },
    { party: 'snp', seats: 48 },
  ])
})

test('[TAL16] the smallest majorities and the largest swings of a night', async () => {
  const board = await boardOf(night2024)
  expect(closest(board)[0]?.contest.constituency.name).toBe('Hendon')
  expect(closest(board)[0]?.latest.result.majority.votes).toBe(15)
  expect(swungMost(board, { from: 'con', to: 'lab' })[0]?.latest.result.swing?.printed).toBe('25.9')
})
