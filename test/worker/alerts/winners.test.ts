import type { NightDefinition } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, expect, test } from 'vitest'
import { alertedBy, momentsOf } from '../../support/alerted.ts'
import { emptyTable } from '../../support/almanac.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { definitionOf, october, recordedLog, tamworth } from '../../support/night.ts'
import { present } from '../../support/present.ts'
import { declarationsIn, tell, turned } from '../../support/told.ts'

let definition: NightDefinition
let submissions: readonly Submission[]
beforeAll(async () => {
  definition = await definitionOf(october)
  submissions = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
})

const sent = (minute: number) => ({ at: `2023-10-20T01:${minute}:00.000Z`, by: 'desk' })
const flash = (candidate: string, minute: number): Submission => ({
  kind: 'flash',
  flash: { constituency: tamworth, candidate },
  ...sent(minute),
})
const takenBack = (revision: number, minute: number): Submission => ({
  kind: 'withdrawal',
  withdrawal: { constituency: tamworth, revision, reason: 'Called too early' },
  ...sent(minute),
})
const figures = () => present(declarationsIn(submissions)[0])
/** A night in which Labour's winner came after another, who was taken back. */
const told = (...then: Submission[]) =>
  momentsOf(
    definition,
    tell(definition, emptyTable, [
      present(submissions[0]),
      flash('andy-cooper', 30),
      takenBack(0, 32),
      flash('sarah-edwards', 34),
      ...then,
    ]).events,
  )
const gains = { ...nothingOn, gains: {} }
const gain = 'LAB GAIN Tamworth from CON'
const titlesOf = (moments: ReturnType<typeof told>, rules: object = gains) =>
  alertedBy(moments, rules).sent.map(({ title }) => title)

test('[ALR11] whoever was told only a second winner hears that it does not stand, and what is true', () => {
  expect(titlesOf(told(takenBack(0, 36)))).toEqual([gain, 'CORRECTION Tamworth: winner withdrawn'])
  expect(titlesOf(told(turned(figures(), 1)))).toEqual([
    gain,
    'CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON',
  ])
})

test('[ALR11] a second winner that is taken back is taken back from whoever was told the first as well', () => {
  expect(titlesOf(told(takenBack(0, 36)), { ...nothingOn, seats: [tamworth] })).toEqual([
    'CON HOLD Tamworth',
    'CORRECTION Tamworth: winner withdrawn',
    gain,
    'CORRECTION Tamworth: winner withdrawn',
  ])
})

test('[ALR11] a second winner that is taken back is taken back from nobody who was told only the first', () => {
  const { events } = tell(definition, emptyTable, [
    present(submissions[0]),
    flash('sarah-edwards', 30),
    takenBack(0, 32),
    flash('andy-cooper', 34),
    takenBack(0, 36),
  ])
  const moments = momentsOf(definition, events)
  expect(titlesOf(moments)).toEqual([gain, 'CORRECTION Tamworth: winner withdrawn'])
  expect(titlesOf(moments.slice(0, 3))).toEqual([gain, 'CORRECTION Tamworth: winner withdrawn'])
})

test('[ALR11] whoever was told a second winner with what was collected hears of a correction of its figures', () => {
  const muted = { ...gains, mutedUntil: '2023-10-20T01:40:00.000Z' }
  const corrected = turned(figures(), 2)
  const heard = (...then: Submission[]) => {
    const moments = told(figures(), ...then)
    const asItCame = moments.map((one) => ({
      ...one,
      now: { at: one.event.at, wall: one.event.at },
    }))
    return titlesOf(asItCame, muted)
  }
  expect(heard()).toEqual([gain])
  expect(heard(corrected)).toEqual([gain, 'CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON'])
  expect(heard(takenBack(1, 59))).toEqual([gain, 'CORRECTION Tamworth: result withdrawn'])
})

test('[ALR12] a second winner and then the figures are one alert', () => {
  const { sent: alerts } = alertedBy(told(figures()), gains)
  expect(alerts.map(({ title, update }) => [title, update])).toEqual([
    [gain, false],
    [gain, true],
  ])
})

test('[ALR2] a recount with a new time is read in two sentences, however its text ends', () => {
  const recount = (text: string): Submission => ({
    kind: 'status',
    status: {
      constituency: tamworth,
      status: 'recount',
      expectedAt: '2023-10-20T03:30:00.000Z',
      text,
    },
    at: '2023-10-20T01:30:00.000Z',
    by: 'desk',
  })
  const said = [recount('Bundle check'), recount('Bundle check, at last!')]
  const { events } = tell(definition, emptyTable, said)
  const { sent: alerts } = alertedBy(momentsOf(definition, events), {
    ...nothingOn,
    seats: [tamworth],
  })
  expect(alerts.map(({ body }) => body)).toEqual([
    'Bundle check. Expected 4.30am.',
    'Bundle check, at last! Expected 4.30am.',
  ])
})

test('[ALR12] figures follow a second winner that was heard, although the first came with what was collected', () => {
  const { events } = tell(definition, emptyTable, [
    present(submissions[0]),
    flash('sarah-edwards', 30),
    takenBack(0, 32),
    flash('sarah-edwards', 34),
    figures(),
  ])
  const moments = momentsOf(definition, events, ({ at }) => at)
  const { sent: alerts } = alertedBy(moments, {
    ...gains,
    mutedUntil: '2023-10-20T01:31:00.000Z',
  })
  expect(alerts.map(({ title, body }) => [title, body.slice(0, 9)])).toEqual([
    [gain, 'Sarah Edw'],
    ['CORRECTION Tamworth: winner withdrawn', 'What was '],
    [gain, 'Sarah Edw'],
    [gain, 'Maj 1,316'],
  ])
})
