import type { NightDefinition } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { emptyTable, readTable } from '../support/almanac.ts'
import { definitionOf, october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'
import { declarationsIn, standing, tell, turned } from '../support/told.ts'

const election = '2019-12-12-general-election'
let definition: NightDefinition
let submissions: Submission[]

beforeAll(async () => {
  definition = await definitionOf(election)
  submissions = timeline(await recordedLog(election), 1).map(({ submission }) => submission)
})

const textsById = (count: number) =>
  standing(tell(definition, emptyTable, submissions.slice(0, count)).board)

test('[REC6] firsts are of the night, in the order of declaration, and the largest of anything waits for a hundred', () => {
  const first = present(declarationsIn(submissions)[0])
  const texts = textsById(140)
  expect(texts[first.declaration.constituency]).toContain('first declaration of the night')
  const all = Object.values(texts).flat()
  for (const text of [
    'first declaration of the night',
    'first gain of the night',
    'first gain of the night by the Conservatives',
  ]) {
    expect(all.filter((one) => one === text)).toHaveLength(1)
  }
  const early = Object.values(textsById(100)).flat()
  expect(early.some((text) => text.includes('so far'))).toBe(false)
})

test('[REC8] the seat that makes a majority is said once, a region without seats of a party when its last is in, and the last of all', () => {
  const all = Object.values(textsById(submissions.length)).flat()
  expect(all.filter((text) => text.startsWith('326th seat'))).toEqual([
    '326th seat for the Conservatives, an overall majority of the House',
  ])
  expect(all.filter((text) => text === 'last seat to declare')).toHaveLength(1)
})

/** Seats of the by-election night and of an early hour, as they came, and with figures that were put right later. */
const corrected = (submission: Submission): Submission[] => {
  if (submission.kind !== 'declaration') return []
  const { declaration } = submission
  const [most, ...others] = declaration.votes.toSorted((a, b) => b.votes - a.votes)
  if (!most) return []
  const votes = [{ ...most, votes: most.votes - 60 }, ...others]
  const wrong = { ...declaration, votes, valid: declaration.valid - 60 }
  const right = { ...declaration, revision: 2, reason: 'sixty votes were left out' }
  return [
    { ...submission, declaration: wrong },
    { ...submission, declaration: right },
  ]
}

test('[REC7] in whatever order the same declarations arrive, the same lines stand, and the board is the same', async () => {
  const table = await readTable()
  const night = await definitionOf(october)
  const byElections = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
  for (const [known, some] of [
    [night, byElections],
    [definition, submissions.slice(0, 24)],
  ] as const) {
    const declarations = some.filter(({ kind }) => kind === 'declaration')
    const twice = declarations.slice(0, 4).flatMap(corrected)
    const expected = standing(tell(known, table, declarations).board)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(declarations.slice(4), {
          minLength: Math.max(0, declarations.length - 4),
        }),
        fc.shuffledSubarray(twice, { minLength: twice.length }),
        fc.boolean(),
        (late, early, isLateFirst) => {
          const ordered = inRevisionOrder(isLateFirst ? [...late, ...early] : [...early, ...late])
          const { board } = tell(known, table, ordered)
          expect(standing(board)).toEqual(expected)
        },
      ),
      { numRuns: 12 },
    )
  }
}, 60_000)

/** A second revision is sent after the first: that much order an officer keeps. */
const inRevisionOrder = (some: readonly Submission[]): Submission[] =>
  some.toSorted((a, b) => revisionOf(a) - revisionOf(b))
const revisionOf = (submission: Submission): number =>
  submission.kind === 'declaration' ? submission.declaration.revision : 0

const octoberNight = async () => {
  const [tamworth, bedfordshire] = declarationsIn(
    timeline(await recordedLog(october), 1).map(({ submission }) => submission),
  )
  const table = await readTable()
  const night = await definitionOf(october)
  return { table, night, tamworth: present(tamworth), bedfordshire: present(bedfordshire) }
}

test('[REC8] persons without a party have no majority of the House', async () => {
  const contests = definition.contests.slice(0, 2)
  const ids = new Set(contests.map(({ constituency }) => constituency.id))
  const told = declarationsIn(submissions).filter(({ declaration }) =>
    ids.has(declaration.constituency),
  )
  const texts = (party: string) => {
    const all = contests.map((contest) => ({
      ...contest,
      candidates: contest.candidates.map((one) => ({ ...one, party })),
    }))
    const { board } = tell({ ...definition, contests: all }, emptyTable, told)
    return Object.values(standing(board)).flat()
  }
  expect(texts('snp')).toContain('2nd seat for the SNP, an overall majority of the House')
  expect(texts('ind').some((text) => text.includes('majority of the House'))).toBe(false)
})

test('[REC7] a line that a correction makes untrue is withdrawn by itself', async () => {
  const { table, night, tamworth, bedfordshire } = await octoberNight()
  const isDouble = (text: string): boolean => text.startsWith('double for Labour')
  const before = standing(tell(night, table, [tamworth, bedfordshire]).board)
  const { board, events } = tell(night, table, [tamworth, bedfordshire, turned(tamworth, 2)])
  expect(before['E14000813']?.some(isDouble)).toBe(true)
  expect(standing(board)['E14000813']?.some(isDouble)).toBe(false)
  expect(events.at(-1)).toMatchObject({
    kind: 'corrected',
    recordChanges: [{ constituency: 'E14000813' }],
  })
})

test('[COR1] a correction says what the wrong figure had produced: the line, the totals, the records here and elsewhere', async () => {
  const { table, night, tamworth, bedfordshire } = await octoberNight()
  const { events } = tell(night, table, [tamworth, bedfordshire, turned(tamworth, 2)])
  const { consequences } = present(events.find((event) => event.kind === 'corrected'))
  expect(consequences[0]).toEqual({
    kind: 'line',
    text: '2.45am Tamworth: LAB GAIN from CON, majority 1,316, overturning 19,634, swing 23.9, the second-highest by-election swing to Labour since 1945',
  })
  expect(consequences).toContainEqual({ kind: 'total', text: 'Lab one seat fewer, Con one more' })
  const records = consequences.filter(({ kind }) => kind === 'record').map(({ text }) => text)
  expect(records).toContain('Tamworth: second-highest by-election swing to Labour since 1945')
  expect(records.some((text) => text.startsWith('Mid Bedfordshire: double for Labour'))).toBe(true)
})
