import type { NightDefinition } from '@night/shared/night'
import type { ReasonCode } from '@night/shared/reason'
import { expect, test } from 'vitest'
import { madeUpSeat, reasonsAgainst } from '../support/made-up.ts'

type Votes = Readonly<Record<string, number>>
type Kind = NightDefinition['kind']

const asked = (code: ReasonCode, kind: Kind) => (before: Votes, now: Votes) =>
  reasonsAgainst(madeUpSeat(before, now), kind).some((reason) => reason.code === code)

const half = { con: 25_000, lab: 20_000, ld: 5000 }

test.each([
  ['general-election', 33_000, 32_999],
  ['general-election', 60_000, 60_001],
  ['by-elections', 5000, 4999],
  ['by-elections', 58_000, 58_001],
] as const)(
  '[CHK12] %s: after 50 of 100 at last, %i of 100,000 passes and %i waits',
  (kind, passes, waits) => {
    const turnout = (votes: number) => {
      const con = Math.floor(votes / 2)
      return asked('turnout-unlike-before', kind)(half, { con, lab: votes - con })
    }
    expect([turnout(passes), turnout(waits)]).toEqual([false, true])
  },
)

test('[CHK12] where last time’s electorate is not known, today’s is asked', () => {
  const { contest, declaration } = madeUpSeat(half, { con: 20_000, lab: 17_000 })
  const unknown = { contest: { ...contest, electorate: 0 }, declaration }
  const codes = reasonsAgainst(unknown, 'general-election').map(({ code }) => code)
  expect(codes).not.toContain('turnout-unlike-before')
})

test.each([
  [
    { con: 38_000, lab: 2000 },
    { con: 38_001, lab: 1999 },
  ],
  [
    { con: 2000, lab: 38_000 - 16_000, ld: 16_000 },
    { con: 1999, lab: 22_001, ld: 16_000 },
  ],
  [
    { con: 10_000, lab: 10_000, green: 20_000 },
    { con: 10_000, lab: 9999, green: 20_001 },
  ],
])(
  '[CHK13] a share 45 points from last time’s passes, as do 50 for a new party, and one vote more waits: %o',
  (passes, waits) => {
    expect(asked('share-unlike-before', 'general-election')(half, passes)).toBe(false)
    expect(asked('share-unlike-before', 'general-election')(half, waits)).toBe(true)
  },
)

test('[CHK13] of two parties each is asked about, in ballot order', () => {
  const seat = madeUpSeat(
    { con: 30_000, lab: 1000, ld: 19_000 },
    { con: 800, lab: 24_200, ld: 15_000 },
  )
  const reasons = reasonsAgainst(seat, 'general-election')
  expect(reasons.find(({ code }) => code === 'share-unlike-before')?.words).toBe(
    'The Conservatives had 60.0 per cent last time and would have 2.0 per cent now: 800 votes for Candidate of con. Labour had 2.0 per cent last time and would have 60.5 per cent now: 24,200 votes for Candidate of lab. Is that right?',
  )
})

test('[CHK13] what persons got is not compared, whoever stood before', () => {
  const before = { con: 20_000, ind: 20_000, spk: 10_000 }
  const now = { con: 18_000, ind: 200, spk: 21_800 }
  expect(asked('share-unlike-before', 'general-election')(before, now)).toBe(false)
})

test('[CHK14] from a tenth of the votes on a party is big, and below one in two hundred is nothing', () => {
  const nothing = (before: Votes, ld: number) =>
    asked('big-party-at-nothing', 'general-election')(before, { con: 20_000, lab: 20_000 - ld, ld })
  expect(nothing(half, 200)).toBe(false)
  expect(nothing(half, 199)).toBe(true)
  expect(nothing({ ...half, ld: 4999 }, 199)).toBe(false)
})

test('[CHK15] from three per cent on a party is known, and has a hundred votes', () => {
  const typed = (kind: Kind, before: Votes, ld: number) =>
    asked('half-typed', kind)(before, { con: 20_000, lab: 20_000 - ld, ld })
  const known = { con: 25_000, lab: 23_500, ld: 1500 }
  expect(typed('by-elections', known, 100)).toBe(false)
  expect(typed('by-elections', known, 99)).toBe(true)
  expect(typed('by-elections', { ...known, ld: 1499 }, 99)).toBe(false)
  expect(typed('general-election', { ...known, ld: 1499 }, 10)).toBe(false)
  expect(typed('general-election', { ...known, ld: 1499 }, 9)).toBe(true)
})

test('[CHK15] no vote at all for a big party is asked about once, and one vote twice', () => {
  const about = (ld: number) => {
    const seat = madeUpSeat(half, { con: 20_001, lab: 19_999 - ld, ld })
    return reasonsAgainst(seat, 'general-election').map(({ code, words }) => ({ code, words }))
  }
  const big = (now: string) => ({
    code: 'big-party-at-nothing',
    words: `The Liberal Democrats had 10.0 per cent last time and would have 0.0 per cent now: ${now} for Candidate of ld. Is the figure right?`,
  })
  expect(about(0)).toEqual([big('0 votes')])
  expect(about(1)).toEqual([
    big('1 vote'),
    {
      code: 'half-typed',
      words:
        'Candidate of ld would have 1 vote; the Liberal Democrats had 10.0 per cent last time. Was the figure typed to the end?',
    },
  ])
})

test('[CHK15] who is not on the ballot is asked about by the id that was typed', () => {
  const { contest, declaration } = madeUpSeat(half, { con: 20_000, lab: 20_000 })
  const votes = [...declaration.votes, { candidate: 'stranger', votes: 3 }]
  const reasons = reasonsAgainst(
    { contest, declaration: { ...declaration, votes } },
    'general-election',
  )
  expect(reasons.map(({ words }) => words)).toContain(
    'stranger would have 3 votes. Was the figure typed to the end?',
  )
})

test('[CHK16] two parties that moved fifty points together pass, and a vote more waits', () => {
  const before = { con: 18_000, ld: 5000, ind: 27_000 }
  const swapped = (con: number, ld: number) =>
    asked('looks-swapped', 'general-election')(before, { con, ld, ind: 40_000 - con - ld })
  expect(swapped(4400, 14_000)).toBe(false)
  expect(swapped(4399, 14_001)).toBe(true)
  expect(
    asked('looks-swapped', 'by-elections')(before, { con: 4400, ld: 14_000, ind: 21_600 }),
  ).toBe(true)
})

test('[CHK16] where exchanging leaves half of it, it explains too little', () => {
  const before = { con: 35_500, ld: 1000, ind: 13_500 }
  const swapped = (ld: number) =>
    asked('looks-swapped', 'general-election')(before, { con: 2000, ld, ind: 38_000 - ld })
  expect(swapped(11_200)).toBe(false)
  expect(swapped(11_201)).toBe(true)
})

test('[CHK16] one figure is at least two and a half times the other', () => {
  const before = { con: 20_000, ld: 5000, ind: 25_000 }
  const swapped = (con: number) =>
    asked('looks-swapped', 'general-election')(before, { con, ld: 14_000, ind: 26_000 - con })
  expect(swapped(5600)).toBe(true)
  expect(swapped(5601)).toBe(false)
})

test('[CHK16] of several pairs that would which explains most is named, and no party that is new', () => {
  const before = { con: 30_000, green: 2000, ld: 2500, ind: 15_500 }
  const now = { con: 2000, green: 15_200, ld: 16_000, ruk: 6800 }
  const reasons = reasonsAgainst(madeUpSeat(before, now), 'general-election')
  expect(reasons.find(({ code }) => code === 'looks-swapped')?.suggestion).toBe(
    'Two figures exchanged would explain it: 16,000 for Candidate of con and 2,000 for Candidate of ld.',
  )
  const fresh = { con: 30_000, lab: 20_000 }
  const taken = { con: 2000, lab: 19_000, ld: 19_000 }
  expect(asked('looks-swapped', 'general-election')(fresh, taken)).toBe(false)
})

test('[CHK12 CHK13] a party that nobody gave a figure for, and a count without votes, are not asked about here', () => {
  const { contest, declaration } = madeUpSeat(half, { con: 20_001, lab: 19_999, ld: 0 })
  const votes = declaration.votes.slice(0, 2)
  const left = reasonsAgainst(
    { contest, declaration: { ...declaration, votes } },
    'general-election',
  )
  expect(left.map(({ code }) => code)).toEqual(['left-out'])
  const none = { contest, declaration: { ...declaration, votes: [], valid: 0 } }
  expect(reasonsAgainst(none, 'general-election').map(({ code }) => code)).toEqual(
    expect.not.arrayContaining(['share-unlike-before', 'big-party-at-nothing']),
  )
})

test.each([
  ['general-election', 2000, 2001],
  ['by-elections', 4222, 4223],
] as const)(
  '[CHK18] %s: beside 38,000 valid papers %i rejected pass and %i wait',
  (kind, passes, waits) => {
    const waitsWith = (rejected: number | null): boolean => {
      const { contest, declaration } = madeUpSeat(half, { con: 20_000, lab: 18_000 })
      const reasons = reasonsAgainst({ contest, declaration: { ...declaration, rejected } }, kind)
      return reasons.some(({ code }) => code === 'many-rejected')
    }
    expect([waitsWith(passes), waitsWith(waits), waitsWith(null)]).toEqual([false, true, false])
  },
)
