import type { NightEvent } from '@night/shared/event'
import { type Fate, fateOf } from '@night/worker/rehearsal/fate'
import { isClean, scoreOf } from '@night/worker/rehearsal/score'
import { scoreTable } from '@night/worker/rehearsal/score-words'
import type { Step } from '@night/worker/rehearsal/step'
import { instant } from '@night/shared/time'
import { expect, test } from 'vitest'
import { isResult, october, recordedLog, tamworth } from '../../support/night.ts'

const at = Date.UTC(2023, 9, 20, 1, 45)

const step = (expect: Step['expect'], more: Partial<Step> = {}): Step => ({
  at,
  send: {
    kind: 'note',
    body: { constituency: tamworth, text: 'TEST', speaker: null, role: null, source: null },
  },
  expect,
  why: `It should be ${expect}.`,
  ...more,
})

const fate = (outcome: Fate['outcome'], more: Partial<Fate> = {}): Fate => ({
  sentAt: 1000,
  outcome,
  words: '',
  seq: null,
  ruled: null,
  putRightAt: null,
  ...more,
})

test('[RHS4] what should have been held and went out is missed; the other way it was held wrongly', () => {
  const steps = [step('published'), step('held'), step('refused'), step('held'), step('published')]
  const score = scoreOf(steps, [
    fate('published', { seq: 2 }),
    fate('held'),
    fate('refused'),
    fate('published', { seq: 3, putRightAt: 91_000 }),
    fate('held', { words: 'Is that right?', ruled: { as: 'released', at: 31_000 } }),
  ])
  expect(score).toMatchObject({
    sent: { published: 2, held: 2, refused: 1 },
    right: { published: 1, held: 1, refused: 1 },
    missed: [{ why: 'It should be held.', stoodFor: 90 }],
    heldWrongly: [{ words: 'Is that right?', stoodFor: 30 }],
    waiting: 0,
    released: { count: 1, seconds: 30 },
    rejected: { count: 0, seconds: null },
    putRight: { count: 1, seconds: 90 },
  })
  expect(isClean(score)).toBe(false)
})

test('[RHS4] whatever keeps it from the screens is right; what the desk let through was held', () => {
  const steps = [step('held'), step('refused'), step('held'), step('held')]
  const score = scoreOf(steps, [
    fate('refused'),
    fate('held'),
    fate('held', { ruled: { as: 'released', at: 5000 } }),
    fate('held', { ruled: { as: 'rejected', at: 9000 } }),
  ])
  expect(score).toMatchObject({ right: { held: 3, refused: 1 }, missed: [], heldWrongly: [] })
  expect(score).toMatchObject({ released: { seconds: 4 }, rejected: { seconds: 8 } })
  expect(isClean(score)).toBe(true)
})

test('[RHS5] what was not decided is no clean rehearsal: nobody knows what would have become of it', () => {
  const score = scoreOf([step('published'), step('held')], [fate('published'), fate('waiting')])
  expect(score).toMatchObject({ right: { published: 1 }, missed: [], waiting: 1 })
  expect(isClean(score)).toBe(false)
})

test('[RHS4] what is sent again and gets a place of its own is missed', () => {
  const steps = [step('published'), step('published', { again: true })]
  const once = scoreOf(steps, [fate('published', { seq: 2 }), fate('published', { seq: 2 })])
  const twice = scoreOf(steps, [fate('published', { seq: 2 }), fate('published', { seq: 3 })])
  expect([once.missed, twice.missed].map(({ length }) => length)).toEqual([0, 1])
})

test('[RHS4] what was not sent is not scored, and what waits is no miss', () => {
  const score = scoreOf([step('published'), step('held'), step('held')], [fate('waiting')])
  expect(score).toMatchObject({ sent: { published: 1, held: 0 }, waiting: 1, missed: [] })
})

const answered = (told: Parameters<typeof fateOf>[0]['answer']) => ({ sentAt: 1000, answer: told })

test('[RHS4] a fate is read from what was told and from the log', async () => {
  const declared = (await recordedLog(october)).find(isResult)
  if (!declared) throw new Error('nothing is declared')
  const publishedAt = instant(61_000)
  const released = { by: 'desk', reason: 'True.', overruled: ['turnout-unlike-before'] }
  const letThrough: NightEvent = { ...declared, seq: 2, publishedAt, released }
  const correction: NightEvent = {
    ...declared,
    kind: 'corrected',
    seq: 4,
    publishedAt,
    replaces: 3,
    reason: 'Misheard.',
    consequences: [],
  }
  const events = [letThrough, { ...declared, seq: 3 }, correction]
  const told = (seq: number) =>
    fateOf(answered({ kind: 'taken', told: { status: 'published', seq } }), events)
  expect(told(2)).toMatchObject({ outcome: 'held', ruled: { as: 'released', at: 61_000 } })
  expect(told(3)).toMatchObject({ outcome: 'published', ruled: null, putRightAt: 61_000 })
  expect(told(4)).toMatchObject({ outcome: 'published', putRightAt: null })
  const rejected = { status: 'rejected', ruling: { at: instant(9000) } } as const
  expect(fateOf(answered({ kind: 'taken', told: rejected }), [])).toMatchObject({
    outcome: 'held',
    ruled: { as: 'rejected', at: 9000 },
  })
  expect(fateOf(answered({ kind: 'refused', words: 'No.' }), [])).toMatchObject({
    outcome: 'refused',
    words: 'No.',
  })
})

test('[RHS4] the table says REHEARSAL, what was right, and each that was not, in words', () => {
  const score = scoreOf(
    [step('published'), step('held', { why: 'One digit is mistyped.' })],
    [fate('published', { seq: 2 }), fate('published', { seq: 3, putRightAt: 91_000 })],
  )
  const nameById = new Map([[tamworth, 'Tamworth']])
  expect(scoreTable(score, { title: 'bad-data, October', nameById })).toMatchInlineSnapshot(`
    "REHEARSAL bad-data, October
      to be published          1  1 right
      to be held               1  0 right
      to be refused            0  0 right
      all                      2  1 right
      let through by the desk  0
      rejected by the desk     0
      corrected or taken back  1  half of them within 90 s
    MISSED: published, and should not have been: 1
      2.45am Tamworth: One digit is mistyped. (for 90 s)
    "
  `)
})
