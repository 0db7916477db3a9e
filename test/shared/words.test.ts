import { figuresOf } from '@night/client/wall/figures-of'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { beforeAll, expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import { madeUpSeat } from '../support/made-up.ts'
import { withVotes } from '../support/night.ts'
import { present } from '../support/present.ts'
import { resultOf, tamworthSeat } from '../support/result.ts'

let contest: Contest
let declared: Declaration

beforeAll(async () => {
  ;({ contest, declared } = await tamworthSeat())
})

test('[WRD2] a result is one line, one snap and one story, each complete by itself', () => {
  const { words } = resultOf(declared, contest)
  expect(words).toEqual({
    time: '2.45am',
    line: '2.45am Tamworth: LAB GAIN from CON, majority 1,316, overturning 19,634, swing 23.9',
    snap: 'LAB GAIN Tamworth from CON. Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%.',
    headline: 'Labour gain Tamworth from the Conservatives on swing of 23.9 points to Lab',
    story:
      'Labour gained Tamworth from the Conservatives with a majority of 1,316, overturning one of 19,634 at the 2019 general election, on a swing of 23.9 percentage points from Con to Lab.\n\nSarah Edwards (Lab) had 11,719 votes, 45.8%, up 22.1 points; Andy Cooper (Con) had 10,403 votes, 40.7%, down 25.7 points. Turnout was 35.9%. Of nine candidates, six lost their deposits.',
  })
})

test('[WRD3] every swing names its direction', () => {
  const { words } = resultOf(declared, contest)
  expect(words.snap).toMatch(/Swing [\d.]+ pts \S.* to \S/)
  expect(words.story).toMatch(/percentage points from \S.* to \S/)
})

test('[WRD2] what is measured against a notional result is marked so, in the line, the snap, the headline and the story', () => {
  const notional = { ...contest, previous: { ...present(contest.previous), notional: true } }
  const { words } = resultOf(declared, notional)
  expect(words.line).toContain('overturning 19,634 (notional), swing 23.9')
  expect(words.snap).toContain('Against notional result.')
  expect(words.headline).toContain('on notional swing of 23.9 points to Lab')
  expect(words.story).toContain('at the 2019 general election (notional)')
})

const votesBefore = (con: number, lab: number): Contest => ({
  ...contest,
  previous: {
    ...present(contest.previous),
    votes: [
      { party: 'con', votes: con },
      { party: 'lab', votes: lab },
    ],
    majority: con - lab,
  },
})

test('[WRD2] what is overturned is named where no majority was named before it, and a tie overturns nothing', () => {
  const tie = withVotes(declared, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  const drawn = resultOf({ ...tie, drawnByLot: 'sarah-edwards' }, votesBefore(12_000, 11_000))
  expect(drawn.words.story).toContain(
    'after a tie that was decided by lot, overturning a majority of 1,000 at the 2019 general election',
  )
  const { words, records } = resultOf(declared, votesBefore(11_000, 10_999))
  expect(words.story).toContain('with a majority of 1,316, overturning a majority of 1 vote at the')
  expect(words.line).toContain('overturning 1, swing')
  expect(records.map(({ id }) => id)).not.toContain('swing-needed')
  const afterTie = resultOf(declared, votesBefore(11_000, 11_000)).words
  expect(afterTie.story).toContain('with a majority of 1,316, on a swing of')
  expect(afterTie.line).toContain('majority 1,316, swing')
})

test('[WRD3] less than a twentieth of a point is no swing, between two parties', () => {
  const previous = {
    ...present(contest.previous),
    votes: [
      { party: 'con', votes: 11_719 },
      { party: 'lab', votes: 10_403 },
    ],
    valid: 25_586,
    majority: 1316,
  }
  const held = withVotes(declared, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const { words } = resultOf(held, { ...contest, previous })
  expect(words.snap).toContain('No swing between')
  expect(words.line).toContain('no swing between')
})

test('[WRD3] no swing goes nowhere: not in a headline, beside a result or in a record', async () => {
  const tie = withVotes(declared, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  const drawn = { ...tie, drawnByLot: 'sarah-edwards' }
  const event = { ...resultOf(drawn, votesBefore(11_000, 11_000)), seq: 2, hash: '' }
  expect(event.words.headline).toBe(
    'Labour gain Tamworth from the Conservatives with no swing between Con and Lab',
  )
  expect(figuresOf({ ...votesBefore(11_000, 11_000), nominated: 9 }, event)).toContainEqual({
    label: 'Swing, Con and Lab',
    value: 'none',
    note: null,
  })
  const known = { table: await readTable(), date: '2023-10-19' }
  const { records } = resultOf(drawn, votesBefore(11_000, 11_000), known)
  expect(records.filter(({ id }) => /^(swing|pair)/.test(id))).toEqual([])
  expect(known.table.entries.find(({ key }) => key === '1978-05-31 Hamilton')?.swing).toBeNull()
})

test('[SWG6] a swing that counts somebody from nothing is marked in the line, the snap and the story', () => {
  const clacton = madeUpSeat(
    { con: 530, lab: 250, ld: 220 },
    { ukip: 597, con: 246, lab: 112, ld: 45 },
  )
  const { words } = resultOf(clacton.declaration, clacton.contest)
  expect(words.line).toContain('overturning 280, swing 44.1 (UKIP from nothing)')
  expect(words.snap).toContain('Swing 44.1 pts Con to UKIP (UKIP from nothing).')
  expect(words.story).toContain('from Con to UKIP, counting UKIP from nothing')
  const held = madeUpSeat({ con: 530, lab: 470 }, { con: 530, ukip: 400, lab: 70 })
  const notional = {
    ...held.contest,
    previous: { ...present(held.contest.previous), notional: true },
  }
  expect(resultOf(held.declaration, notional).words.line).toContain(
    'Con to UKIP (notional, UKIP from nothing)',
  )
  expect(resultOf(declared, contest).words.line).not.toContain('nothing')
})
