import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contestsFile } from '@night/shared/almanac'
import { check } from '@night/shared/checks'
import { nothingStands, type ReasonCode } from '@night/shared/reason'
import { Constituency } from '@night/shared/constituency'
import { type Baseline, Candidate, type Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { NightDefinition } from '@night/shared/night'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  definitionOf,
  isResult,
  october,
  recordedLog,
  resultToDeclaration,
  rutherglen,
} from '../support/night.ts'
import { root } from '../support/root.ts'

const july = '2024-07-04-general-election'
const december = '2019-12-12-general-election'

const codesFor = (declaration: Declaration, contest: Contest, kind: NightDefinition['kind']) =>
  check({ declaration, contest, kind, seat: nothingStands }).map(({ code }) => code)

/** Every seat of a recorded night whose figures would have been held, with why. */
const heldOf = async (night: string): Promise<Record<string, ReasonCode[]>> => {
  const { contests, kind } = await definitionOf(night)
  const contestsById = new Map(contests.map((contest) => [contest.constituency.id, contest]))
  const asked = (await recordedLog(night)).filter(isResult).map((event) => {
    const contest = contestsById.get(event.constituency.id)
    if (!contest) throw new Error(`${event.constituency.name} has no contest`)
    const codes = codesFor(resultToDeclaration(event), contest, kind)
    return [event.constituency.name, codes] as const
  })
  return Object.fromEntries(asked.filter(([, codes]) => codes.length > 0))
}

test('[CHK12] of both recorded general elections hardly a seat in a hundred would have waited, and these are they', async () => {
  expect(await heldOf(december)).toEqual({
    Buckingham: ['turnout-unlike-before', 'share-unlike-before'],
    Chorley: ['turnout-unlike-before'],
    'Uxbridge and South Ruislip': ['half-typed'],
  })
  expect(await heldOf(july)).toEqual({
    Ashfield: ['looks-swapped'],
    'Blaenau Gwent and Rhymney': ['turnout-unlike-before'],
    'Cities of London and Westminster': ['turnout-unlike-before'],
    'Leeds Central and Headingley': ['turnout-unlike-before'],
    'Nottingham South': ['turnout-unlike-before'],
  })
})

test('[CHK12] none of the three recorded by-elections would have waited', async () => {
  expect(await heldOf(october)).toEqual({})
  expect(await heldOf(rutherglen)).toEqual({})
})

const PastPoll = z.looseObject({
  date: z.iso.date(),
  constituency: Constituency,
  electorate: z.int(),
  candidates: z.array(Candidate.extend({ votes: z.int() })),
  valid: z.int(),
  rejected: z.int().nullable(),
})
type PastPoll = z.infer<typeof PastPoll>

/** What each seat's last general election said, from 2017 on, as the recorded nights know it. */
const baselines = async () => {
  const before = await definitionOf(december)
  const of2017 = new Map(before.contests.map((one) => [one.constituency.id, one.previous]))
  return [
    ['2024-07-04', await resultsOf(july)],
    ['2019-12-12', await resultsOf(december)],
    ['2017-06-08', of2017],
  ] as const
}

const resultsOf = async (night: string): Promise<Map<string, Baseline>> =>
  new Map(
    (await recordedLog(night)).filter(isResult).map(({ constituency, result }) => {
      const votes = result.candidates.map(({ party, votes }) => ({ party: heir(party), votes }))
      const { turnout, majority } = result
      const baseline = { election: night, notional: false, votes, valid: turnout.valid }
      return [constituency.id, { ...baseline, majority: majority.votes }]
    }),
  )

/** The Brexit Party became Reform UK. [PTY2] */
const heir = (party: string): string => (party === 'brx' ? 'ruk' : party)

const pollToQuestion = (poll: PastPoll, previous: Baseline) => {
  const { constituency, electorate, valid, rejected } = poll
  const candidates = poll.candidates.map(({ votes: _votes, ...candidate }) => candidate)
  const contest = { constituency, electorate, candidates, previous, holder: null, heldSince: null }
  const votes = poll.candidates.map(({ id, votes }) => ({ candidate: id, votes }))
  const nothing = { verified: null, majority: null, elected: null, drawnByLot: null, reason: null }
  const told = { constituency: constituency.id, revision: 1, declaredAt: `${poll.date}T23:00:00Z` }
  return { contest, declaration: { ...told, votes, valid, rejected, electorate, ...nothing } }
}

test('[CHK12] of 34 by-elections since June 2017 three would have waited', async () => {
  const text = await readFile(join(root, 'data', 'almanac', contestsFile), 'utf8')
  const polls = text.split('\n').filter(Boolean)
  const known = await baselines()
  const asked = polls.flatMap((line) => {
    const poll = PastPoll.parse(JSON.parse(line))
    const [, seats] = known.find(([date]) => date < poll.date) ?? []
    const previous = seats?.get(poll.constituency.id)
    if (!previous) return []
    const { contest, declaration } = pollToQuestion(poll, previous)
    return [[poll.constituency.name, codesFor(declaration, contest, 'by-elections')] as const]
  })
  expect(asked).toHaveLength(34)
  expect(Object.fromEntries(asked.filter(([, codes]) => codes.length > 0))).toEqual({
    'Southend West': ['turnout-unlike-before'],
    'North Shropshire': ['looks-swapped'],
    'Blackpool South': ['looks-swapped'],
  })
})
