import { emptyBoard, foldAll } from '@night/shared/board'
import { majorityLines, seatsByParty } from '@night/shared/house'
import { roundUp } from '@night/shared/round-up'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'

const boardOf = async (night: string) =>
  foldAll(emptyBoard(await definitionOf(night), 'recorded'), await recordedLog(night))

test('[HSE1] the seats of a recorded general election are the official ones', async () => {
  expect(seatsByParty(await boardOf('2019-12-12-general-election')).slice(0, 4)).toEqual([
    { party: 'con', seats: 365 },
    { party: 'lab', seats: 202 },
    { party: 'snp', seats: 48 },
    { party: 'ld', seats: 11 },
  ])
})

test('[HSE2] 326 is a majority of 650, and 322 of those that vote, without seven of Sinn Féin', async () => {
  expect(majorityLines(await boardOf('2019-12-12-general-election'))).toEqual({
    overall: 326,
    effective: 322,
  })
  expect(
    majorityLines(emptyBoard(await definitionOf('2024-07-04-general-election'), 'live')),
  ).toEqual({
    overall: 326,
    effective: 326,
  })
})

test('[WRD8] a general election is rounded up by who has how many, and whether that is a majority', async () => {
  expect(roundUp(await boardOf('2019-12-12-general-election'))).toBe(
    'The Conservatives won 365 of 650 seats, an overall majority of 80. Lab 202, SNP 48, Lib Dem 11, DUP 8, SF 7. 650 of 650 declared.',
  )
  const early = (await recordedLog('2019-12-12-general-election')).slice(0, 11)
  const board = foldAll(
    emptyBoard(await definitionOf('2019-12-12-general-election'), 'live'),
    early,
  )
  expect(roundUp(board)).toMatch(
    /^No party has an overall majority yet: Labour have 8 of 650 seats\. .* 10 of 650 declared\.$/,
  )
  const almost = (await recordedLog('2019-12-12-general-election')).slice(0, 640)
  const late = foldAll(
    emptyBoard(await definitionOf('2019-12-12-general-election'), 'live'),
    almost,
  )
  expect(roundUp(late)).toMatch(
    /^The Conservatives have \d+ of 650 seats and an overall majority, with 11 to come\./,
  )
})

test('[WRD8] independents are persons: two that win are two, none leads as a party, and none makes a double', async () => {
  const board = await boardOf('2024-07-04-general-election')
  const wonBy = (party: string, count: number) =>
    Object.entries(board.seatsById)
      .filter(([, { latest }]) => latest?.result.verdict.party === party)
      .slice(0, count)
  const ofSome = (kind: 'by-elections' | 'general-election', ind: number, con: number) =>
    roundUp({
      ...board,
      night: { ...board.night, kind },
      seatsById: Object.fromEntries([...wonBy('ind', ind), ...wonBy('con', con)]),
    })
  expect(ofSome('general-election', 4, 1)).toBe(
    'No party has an overall majority: independents have 4 of 5 seats. Con 1. 5 of 5 declared.',
  )
  expect(ofSome('general-election', 1, 0)).toMatch(/: an independent has 1 of 1 seats\./)
  expect(ofSome('general-election', 1, 2)).toBe(
    'The Conservatives won 2 of 3 seats, an overall majority of 1. Ind 1. 3 of 3 declared.',
  )
  expect(ofSome('by-elections', 2, 0)).not.toMatch(/double| and /)
  expect(ofSome('by-elections', 2, 0)).toMatch(
    /^An independent gained [^.]+ from Labour\. An independent gained [^.]+ from Labour\.$/,
  )
})
