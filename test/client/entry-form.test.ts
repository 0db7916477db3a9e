import { draftOf } from '@night/client/entry/as-it-stands'
import { declarationOf, doubtsOf, revisionAfter } from '@night/client/entry/build'
import { type Draft, emptyDraft } from '@night/client/entry/draft'
import { formOf } from '@night/client/entry/form'
import { leadersOf } from '@night/client/entry/leaders'
import { doubtWords, type Facts, missingIn } from '@night/client/entry/missing'
import { electedWords, outcomeOf } from '@night/client/entry/named'
import { sumOf } from '@night/client/entry/sum'
import { Declaration } from '@night/shared/declaration'
import { nothingStands } from '@night/shared/reason'
import { milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import {
  contestOf,
  declarationOf as recorded,
  isResult,
  october,
  recordedLog,
  tamworth,
} from '../support/night.ts'

const at = '2023-10-20T01:45:00.000Z'
const { votes } = await recorded(october, tamworth)
const figures = Object.fromEntries(votes.map((row) => [row.candidate, String(row.votes)]))
const whole: Draft = {
  ...emptyDraft,
  figures,
  again: { 'sarah-edwards': '11719', 'andy-cooper': '10,403' },
  rejected: '44',
  valid: '25,586',
  elected: 'sarah-edwards',
}

const factsOf = async (draft: Draft, more: Partial<Facts> = {}): Promise<Facts> => {
  const contest = more.contest ?? (await contestOf(october, tamworth))
  const form = formOf(draft, contest)
  const now = milliseconds(at)
  return { contest, draft, form, standing: nothingStands, kind: 'by-elections', now, ...more }
}
const missing = async (draft: Draft, more: Partial<Facts> = {}) =>
  missingIn(await factsOf(draft, more)).map(({ box }) => box)
/** With everything that is unlikely about it listened to again. */
const heard = async (draft: Draft): Promise<Draft> => {
  const { forTheDesk } = doubtsOf(await factsOf(draft))
  return { ...draft, heardAgain: doubtWords(forTheDesk) }
}

test('[ENT3] the sum runs against the total', async () => {
  const sum = async (draft: Draft) => sumOf((await factsOf(draft)).form)
  expect(await sum(whole)).toMatchObject({
    state: 'agrees',
    words: 'Adds up to 25,586 of 25,586',
  })
  const short = { ...whole, figures: { ...figures, 'sarah-edwards': '9,719' } }
  expect(await sum(short)).toMatchObject({ state: 'apart', words: '2,000 fewer than the total' })
  const over = { ...whole, figures: { ...figures, 'sarah-edwards': '11,720', 'sunny-virk': '' } }
  expect(await sum({ ...over, valid: '25,000' })).toMatchObject({
    state: 'apart',
    words: '170 more than the total',
    more: '25,170 of 25,000, 1 figure to come',
  })
  expect(await sum({ ...over, valid: '' })).toMatchObject({ state: 'open', words: '25,170 so far' })
  expect(await sum(over)).toMatchObject({ state: 'open', words: '416 still to come' })
})

test('[ENT3] one wrong digit is suggested, and nothing is put right by itself', async () => {
  const facts = await factsOf({ ...whole, figures: { ...figures, 'sarah-edwards': '11,729' } })
  expect(doubtsOf(facts).against).toMatchObject([
    { code: 'does-not-add-up', suggestion: expect.stringContaining('11,719 for Sarah Edwards') },
  ])
  expect(missingIn(facts)).toMatchObject([{ box: 'valid' }])
})

test('[ENT1] what is missing is named in the order of the boxes', async () => {
  expect(await missing(whole)).toEqual([])
  expect(await missing(emptyDraft)).toHaveLength(11)
  expect(await missing({ ...whole, rejected: '' })).toEqual(['rejected'])
  expect(await missing({ ...whole, rejected: '', isRejectedUnread: true })).toEqual([])
  expect(await missing({ ...whole, verified: '25,63', time: 'soon' })).toEqual(['verified', 'time'])
})

test('[ENT5] the two highest are keyed twice and must agree, whichever they are by then', async () => {
  const { form } = await factsOf(whole)
  expect(leadersOf(form)).toEqual(['andy-cooper', 'sarah-edwards'])
  expect(await missing({ ...whole, again: {} })).toEqual([
    'again-andy-cooper',
    'again-sarah-edwards',
  ])
  expect(await missing({ ...whole, again: { ...whole.again, 'andy-cooper': '10430' } })).toEqual([
    'again-andy-cooper',
  ])
  const exchanged = { ...figures, 'andy-cooper': '1373', 'ian-stuart-cooper': '10403' }
  expect(await missing(await heard({ ...whole, figures: exchanged }))).toEqual([
    'again-ian-stuart-cooper',
  ])
})

test('[ENT5] the name that was read out is the one with most votes, or nothing is sent', async () => {
  const facts = await factsOf({ ...whole, elected: 'andy-cooper' })
  expect(missingIn(facts).map(({ box }) => box)).toEqual(['elected'])
  expect(doubtsOf(facts).name?.words).toContain('Andy Cooper was read out as elected')
  expect(await missing({ ...whole, elected: '' })).toEqual(['elected'])
  const outcome = outcomeOf(facts.form, facts.contest, '')
  expect(outcome && electedWords(outcome)).toBe(
    'Sarah Edwards, Labour, is elected with a majority of 1,316: is that the name that was read out?',
  )
})

test('[ENT5] where the two first are level, the winner of the lot is asked for and must be the name', async () => {
  const level: Draft = {
    ...whole,
    figures: { ...figures, 'andy-cooper': '11061', 'sarah-edwards': '11061' },
    again: { 'andy-cooper': '11061', 'sarah-edwards': '11061' },
  }
  expect(await missing(level)).toEqual(['lot'])
  expect(await missing({ ...level, lot: 'sarah-edwards' })).toEqual([])
  expect(await missing({ ...level, lot: 'andy-cooper' })).toEqual(['elected'])
  const facts = await factsOf({ ...level, lot: 'sarah-edwards' })
  expect(declarationOf(facts, at)).toMatchObject({ drawnByLot: 'sarah-edwards' })
})

test('[ENT3] what is unlikely can be sent only by somebody who listened again', async () => {
  const otherwise = { ...whole, majority: '1,361' }
  expect(await missing(otherwise)).toEqual(['heard-again'])
  const again = await heard(otherwise)
  expect(await missing(again)).toEqual([])
  // Another doubt is another question.
  expect(await missing({ ...again, majority: '1,362' })).toEqual(['heard-again'])
  expect(await missing({ ...again, majority: '', verified: '25,631' })).toEqual(['heard-again'])
})

test('[ENT7] a seat that stands takes the next revision, with a reason', async () => {
  const results = (await recordedLog(october)).filter(isResult)
  const latest = results.find(({ constituency }) => constituency.id === tamworth) ?? null
  const standing = { ...nothingStands, latest }
  const other = { ...whole, rejected: '45' }
  expect(revisionAfter(nothingStands)).toBe(1)
  expect(await missing(other, { standing })).toEqual(['reason'])
  expect(missingIn(await factsOf(whole, { standing }))).toMatchObject([
    { words: 'Tamworth stands with exactly these figures already.' },
  ])
  const facts = await factsOf({ ...other, reason: ' One more was found ' }, { standing })
  expect(missingIn(facts)).toEqual([])
  expect(declarationOf(facts, at)).toMatchObject({ revision: 2, reason: 'One more was found' })
})

test('[ENT7] a correction begins with what stands, which is sent by nobody and keyed again where it leads', async () => {
  const results = (await recordedLog(october)).filter(isResult)
  const latest = results.find(({ constituency }) => constituency.id === tamworth)
  if (!latest) throw new Error('Tamworth was declared that night.')
  // Counted of other electors than the contest has: a correction of papers leaves that as it is.
  const { turnout } = latest.result
  const counted = { ...latest.result, turnout: { ...turnout, electorate: 71_321 } }
  const standing = { ...nothingStands, latest: { ...latest, result: counted } }
  const begun: Draft = { ...emptyDraft, ...draftOf(standing.latest) }
  expect(begun).toMatchObject({ rejected: '44', valid: '25,586', again: {}, elected: '' })
  expect(begun.figures['sarah-edwards']).toBe('11,719')
  expect(missingIn(await factsOf(begun, { standing }))).toEqual([
    { box: 'figure-robert-bilcliff', words: 'Tamworth stands with exactly these figures already.' },
  ])
  const other = { ...begun, rejected: '45' }
  const again = ['again-andy-cooper', 'again-sarah-edwards']
  expect(await missing(other, { standing })).toEqual(again)
  const twice = { ...other, again: whole.again }
  expect(await missing(twice, { standing })).toEqual(['elected', 'reason'])
  expect(declarationOf(await factsOf(twice, { standing }), at)?.electorate).toBe(71_321)
  const unread = { ...latest.result, turnout: { ...turnout, rejected: null } }
  expect(draftOf({ ...latest, result: unread })).toMatchObject({
    rejected: '',
    isRejectedUnread: true,
  })
})

test('[ENT6] what is sent is a declaration as the door wants it, with what was checked', async () => {
  const facts = await factsOf({ ...whole, verified: '25,630', majority: '1 316', reason: 'none' })
  const sent = declarationOf(facts, at)
  expect(Declaration.parse(sent)).toEqual(sent)
  expect(sent).toMatchObject({
    constituency: tamworth,
    revision: 1,
    declaredAt: at,
    valid: 25_586,
    rejected: 44,
    electorate: 71_302,
    verified: 25_630,
    majority: 1316,
    elected: 'sarah-edwards',
    drawnByLot: null,
    reason: null,
  })
  expect(declarationOf(await factsOf({ ...whole, valid: '' }), at)).toBeNull()
})
