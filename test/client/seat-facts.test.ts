import {
  happenings,
  holderFacts,
  proofHead,
  proofValue,
  recordSentence,
  turnoutFacts,
  verdictFacts,
} from '@night/client/parts/seat/seat-facts'
import { constituencyIn } from '@night/client/seat/address'
import { emptyBoard, foldAll } from '@night/shared/board'
import { expect, test } from 'vitest'
import { definitionOf, isResult, october, recordedLog, tamworth } from '../support/night.ts'

const tamworthSeat = async () => {
  const board = emptyBoard(await definitionOf(october), 'live')
  const seat = foldAll(board, await recordedLog(october)).seatsById[tamworth]
  if (!seat?.latest) throw new Error('Tamworth was declared')
  return { seat, result: seat.latest.result, records: seat.records }
}

test('[SEA1] the address names the seat', () => {
  expect(constituencyIn('/seat/E14000986')).toBe(tamworth)
  expect(constituencyIn('/seat/e14000986')).toBe(tamworth)
  expect(constituencyIn('/seat')).toBe('')
})

test('[SEA2] both verdicts stand with what they are measured against', async () => {
  const { result } = await tamworthSeat()
  expect(verdictFacts(result)).toEqual([
    { label: 'Against the 2019 general election', value: 'Lab gain from Con' },
    { label: 'Against the House before the poll', value: 'Lab gain from Ind' },
  ])
})

test('[SEA2] where nobody is known to have held the seat nothing is said of the House before', async () => {
  const { seat, result } = await tamworthSeat()
  const houseBefore = { kind: 'win', from: null } as const
  expect(verdictFacts({ ...result, verdicts: { ...result.verdicts, houseBefore } })).toEqual([
    { label: 'Against the 2019 general election', value: 'Lab gain from Con' },
  ])
  const contest = { ...seat.contest, holder: null, heldSince: null }
  expect(holderFacts({ contest }).map(({ label }) => label)).not.toContain('In the House before')
})

test('[SEA3] turnout is given both ways, and unknown is not nought', async () => {
  const { result } = await tamworthSeat()
  expect(turnoutFacts(result)).toMatchObject([
    { value: '35.9%', note: '25,586 of 71,302 electors' },
    { value: '35.9%', note: '25,630 papers, 44 rejected' },
  ])
  const unsaid = { ...result, turnout: { ...result.turnout, rejected: null, shareOfAll: null } }
  expect(turnoutFacts(unsaid)[1]).toMatchObject({ value: 'unknown' })
})

test('[SEA1] whose the seat was, since when and why there is a poll', async () => {
  const { seat } = await tamworthSeat()
  expect(holderFacts(seat)).toMatchObject([
    { label: 'In the House before', value: 'Ind' },
    { label: 'Won and held since', value: '6 May 2010' },
    { value: 'Resignation (Chris Pincher, elected Con)' },
    { value: 'South East Staffordshire' },
    { value: 'West Midlands' },
    { value: tamworth },
  ])
})

test('[SEA1] of a seat that was held where the source begins it is not said when it was won', async () => {
  const { seat } = await tamworthSeat()
  const contest = { ...seat.contest, heldSince: '1918-12-14' }
  expect(holderFacts({ contest })[1]).toEqual({ label: 'Held since', value: '1918 at least' })
})

test('[SEA4] a record stands with rank, scope, day and the values it is compared with', async () => {
  const { records } = await tamworthSeat()
  const [first] = records
  if (!first) throw new Error('there were records')
  expect(recordSentence(first)).toBe(
    'It is the second-highest by-election swing to Labour since 1945.',
  )
  expect(proofHead(first)).toBe('Rank 2 · by-elections since 1945 · as at 19 October 2023')
  expect(first.proof.map(({ value }) => proofValue(value))).toEqual(['29.1', '23.7', '23.1'])
  expect(proofValue(20_137)).toBe('20,137')
})

test('[SEA4] what is no superlative has no rank', async () => {
  const { records } = await tamworthSeat()
  const needed = records.find(({ id }) => id === 'swing-needed')
  if (!needed) throw new Error('it is said what swing was needed')
  expect(recordSentence(needed)).toBe('Swing of 21.3 points was needed to win it, from Con to Lab.')
  expect(proofHead(needed)).not.toContain('ank')
})

test('[SEA5] a history tells corrections with reason and consequences', async () => {
  const declared = (await recordedLog(october)).find(isResult)
  if (!declared) throw new Error('something was declared')
  const told = happenings([
    declared,
    {
      ...declared,
      kind: 'corrected',
      revision: 2,
      replaces: 2,
      reason: 'A bundle was counted twice',
      consequences: [{ kind: 'line', text: 'A line no longer stands' }],
    },
  ])
  expect(told[0]?.what).toMatch(/^Declared: LAB GAIN Tamworth from CON/)
  expect(told[1]).toMatchObject({
    why: 'A bundle was counted twice',
    consequences: ['A line no longer stands'],
  })
  expect(told[1]?.what).toMatch(/^Corrected, revision 2/)
})
