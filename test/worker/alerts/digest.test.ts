import type { Submission } from '@night/shared/submission'
import type { NightDefinition } from '@night/shared/night'
import { digestOf, restOf } from '@night/worker/alerts/rules/digest'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'
import { alertedBy, momentsOf } from '../../support/alerted.ts'
import { emptyTable } from '../../support/almanac.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { definitionOf, october, recordedLog, tamworth } from '../../support/night.ts'
import { present } from '../../support/present.ts'
import { declarationsIn, tell } from '../../support/told.ts'

let definition: NightDefinition
let submissions: readonly Submission[]
beforeAll(async () => {
  definition = await definitionOf(october)
  submissions = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
})

const imminentAt = (at: string): Submission => ({
  kind: 'status',
  status: { constituency: tamworth, status: 'imminent', expectedAt: null, text: '' },
  at,
  by: 'desk',
})

test('[ALR5] what was collected is worth delivering for as long as the longest of it', () => {
  const imminent = alertOf({ id: 'status-1', kind: 'status', tag: 'count-E14000986', ttl: 120 })
  expect(digestOf([alertOf(), imminent], false)).toMatchObject({ kind: 'digest', ttl: 900 })
})

test('[ALR9] what the desk says is read in its line', () => {
  const note = alertOf({
    id: 'note-9',
    kind: 'note',
    tag: 'desk-9',
    title: 'From the desk',
    body: 'Ann Lee, Editor: Boxes\nare late.',
  })
  const lines = 'LAB GAIN Tamworth from CON\nFrom the desk: Ann Lee, Editor: Boxes are late.'
  expect(digestOf([alertOf(), note], false).body).toBe(lines)
  const all = digestOf([alertOf(), alertOf({ id: 'other' }), note], false)
  expect(restOf(all, { all: 3, standing: [alertOf(), note] })?.body).toBe(lines)
})

test('[ALR11] that a declaration is imminent is not said any more beside the declaration', () => {
  const { events } = tell(definition, emptyTable, [
    present(submissions[0]),
    imminentAt('2023-10-20T01:40:00.000Z'),
    present(declarationsIn(submissions)[0]),
    present(declarationsIn(submissions)[1]),
  ])
  const moments = momentsOf(definition, events, ({ at }) => at)
  const rules = { ...nothingOn, seats: [tamworth], mutedUntil: '2023-10-20T01:50:00.000Z' }
  const { sent, rows } = alertedBy(moments, rules)
  expect(sent.map(({ title }) => title)).toEqual(['LAB GAIN Tamworth from CON'])
  expect(rows.map(({ message }) => message.kind)).toEqual(['result', 'result'])
})
