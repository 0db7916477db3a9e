import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { expect, test } from 'vitest'
import type { Desk } from '../support/desk.ts'
import { openHouse } from '../support/house.ts'
import {
  declarationOf,
  definitionOf,
  nightName,
  october,
  tamworth,
  withVotes,
} from '../support/night.ts'

const july = '2024-07-04-general-election'
const putney = 'E14001434'
const kemptown = 'E14001129'

/** Why it waits; and that the log of its night has nothing but its opening. */
const heldOn = async (desk: Desk, night: string, declaration: Declaration) => {
  const fate = await desk.decided(night, await desk.declare(night, declaration))
  if (fate.status !== 'held') throw new Error(`It is ${fate.status}.`)
  const { events } = await desk.events(night)
  expect(events.map(({ kind }) => kind)).toEqual(['opened'])
  return fate.reasons
}
const codesOn = async (...call: Parameters<typeof heldOn>) =>
  (await heldOn(...call)).map(({ code }) => code)

const row = (name: string, party: string, votes: number) => ({
  id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
  name,
  party,
  votes,
})

type Count = {
  readonly name: string
  readonly electorate: number
  readonly valid: number
  readonly rejected: number | null
  readonly rows: readonly ReturnType<typeof row>[]
  readonly previous: Contest['previous']
}

/** A night of one contest that no recorded night has, and what was read out there. */
const nightOf = async ({ name, electorate, valid, rejected, rows, previous }: Count) => {
  const id = 'E99000001'
  const told = await declarationOf(october, tamworth)
  const contest: Contest = {
    constituency: { id, name, region: 'Nowhere', country: 'England' },
    electorate,
    candidates: rows.map(({ id, name, party }) => ({ id, name, party, description: party })),
    previous,
    holder: null,
    heldSince: null,
  }
  const votes = rows.map(({ id, votes }) => ({ candidate: id, votes }))
  const declaration = { ...told, constituency: id, votes, valid, rejected, electorate }
  const { call, desk } = await openHouse()
  const night = nightName()
  const definition = { ...(await definitionOf(october)), id: night, contests: [contest] }
  const body = { id: night, mode: 'rehearsal', definition }
  expect(await call('POST', '/api/nights', body)).toMatchObject({ status: 201 })
  await desk.reached(night, 1)
  return { desk, night, declaration }
}

const before = (election: string, votes: Readonly<Record<string, number>>): Contest['previous'] => {
  const counts = Object.values(votes)
  const [first = 0, second = 0] = counts.toSorted((a, b) => b - a)
  return {
    election,
    notional: false,
    votes: Object.entries(votes).map(([party, count]) => ({ party, votes: count })),
    valid: counts.reduce((sum, count) => sum + count, 0),
    majority: first - second,
  }
}

test('[CHK2 CHK3] real entry errors: Sheffield Brightside 2016, 14,987 for 14,087, reaches no screen', async () => {
  const lastTime = { lab: 22_663, ukip: 8856, con: 4407, ld: 1802, green: 1712, tusc: 442, ed: 173 }
  const { desk, night, declaration } = await nightOf({
    name: 'Sheffield, Brightside and Hillsborough',
    electorate: 68_439,
    valid: 22_581,
    rejected: 119,
    rows: [
      row('Gill Furniss', 'lab', 14_987),
      row('Steven Winstone', 'ukip', 4497),
      row('Shaffaq Mohammed', 'ld', 1385),
      row('Spencer Pitfield', 'con', 1267),
      row('Christine Gilligan Kubo', 'green', 938),
      row('Stevie Manion', 'yrks', 349),
      row('Bobby Smith', 'gmbe', 58),
    ],
    previous: before('2015 general election', lastTime),
  })
  expect(await heldOn(desk, night, declaration)).toMatchObject([
    {
      code: 'does-not-add-up',
      suggestion: expect.stringContaining('14,087 for Gill Furniss instead of 14,987'),
    },
  ])
})

/**
 * The two figures follow from what was published: 22.4 and 5.1 per cent, 423 votes apart. The others, and last time, are
 * as in the whole of Hamburg.
 */
test('[CHK16] real entry errors: Hamburg-Langenhorn 2020, Greens and FDP in each other’s column, reaches no screen', async () => {
  const lastTime = { spd: 1140, cdu: 398, grn: 307, linke: 213, fdp: 185, afd: 153, others: 104 }
  const { desk, night, declaration } = await nightOf({
    name: 'Langenhorn 43202',
    electorate: 4000,
    valid: 2445,
    rejected: null,
    rows: [
      row('SPD', 'spd', 980),
      row('CDU', 'cdu', 274),
      row('Die Linke', 'linke', 222),
      row('FDP', 'fdp', 548),
      row('Grüne', 'grn', 125),
      row('AfD', 'afd', 130),
      row('Others', 'others', 166),
    ],
    previous: before('2015 Hamburg election', lastTime),
  })
  expect(await heldOn(desk, night, declaration)).toMatchObject([
    {
      code: 'looks-swapped',
      suggestion: 'Two figures exchanged would explain it: 125 for FDP and 548 for Grüne.',
    },
  ])
})

test('[CHK10] real entry errors: Nelson 2023, figures in another order than the names, reaches no screen', async () => {
  const { desk, night, declaration } = await nightOf({
    name: 'Nelson, Marsden West',
    electorate: 2000,
    valid: 419,
    rejected: null,
    rows: [row('Julie Green', 'con', 177), row('Patricia Hannah-Wood', 'lab', 242)],
    previous: null,
  })
  const turned = { ...declaration, elected: 'julie-green' }
  expect(await codesOn(desk, night, turned)).toEqual(['another-elected'])
  const readOut = withVotes(declaration, { 'julie-green': 242, 'patricia-hannah-wood': 177 })
  const asRead = { ...readOut, elected: 'patricia-hannah-wood' }
  expect(await codesOn(desk, night, asRead)).toEqual(['another-elected'])
})

test('[SEC5] real entry errors: Volusia 2000, 16,022 votes fewer than none, are not taken at all', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  const body = withVotes(right, { 'sarah-edwards': -16_022 })
  expect(await call('POST', `/api/nights/${night}/declarations`, body)).toMatchObject({
    status: 422,
  })
  expect((await desk.events(night)).events.filter(({ kind }) => kind !== 'opened')).toEqual([])
})

test('[CHK11 CHK12] real entry errors: Putney 2024 without 6,558 of its papers reaches no screen', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(july)
  await desk.reached(night, 1)
  const without = withVotes(await declarationOf(july, putney), {
    'fleur-anderson': 20_952,
    'lee-roberts': 10_011,
    'kieren-mccarthy': 5189,
    'fergal-mcentee': 3189,
    'peter-hunter': 2681,
    'heiko-khoo': 433,
    'felix-burford-connole': 282,
  })
  const declared = { ...without, valid: 42_737, rejected: 218 }
  expect(await codesOn(desk, night, declared)).toEqual(['turnout-unlike-before'])
  const [reason, ...others] = await heldOn(desk, night, { ...declared, verified: 49_513 })
  expect(reason?.words).toBe(
    '6,558 papers that were verified are not in the count: 49,513 were verified, 42,737 are valid and 218 rejected.',
  )
  expect(others.map(({ code }) => code)).toEqual(['turnout-unlike-before'])
})

test('[CHK15] real entry errors: the BBC’s “1” and “7” of 5 July 2024 reach no screen', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(july)
  await desk.reached(night, 1)
  const right = await declarationOf(july, kemptown)
  const shown = withVotes(right, { 'emma-wall': 1, 'elaine-hills': 7 })
  expect(await codesOn(desk, night, shown)).toEqual(['does-not-add-up', 'half-typed'])
  const matched = { ...shown, valid: right.valid - 1832 - 7990 }
  expect(await codesOn(desk, night, matched)).toContain('half-typed')
  const alone = { ...withVotes(right, { 'emma-wall': 1 }), valid: right.valid - 1832 }
  expect(await codesOn(desk, night, alone)).toEqual(['half-typed'])
})
