import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, expect, test } from 'vitest'
import { alertedBy, type Asked, momentsOf } from '../../support/alerted.ts'
import { emptyTable } from '../../support/almanac.ts'
import {
  definitionOf,
  midBedfordshire,
  october,
  recordedLog,
  tamworth,
} from '../../support/night.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { present } from '../../support/present.ts'
import { declarationsIn, tell, turned } from '../../support/told.ts'

const election = '2024-07-04-general-election'
let definition: NightDefinition
let events: readonly NightEvent[]
let corrected: readonly NightEvent[]
let july: Asked[]
beforeAll(async () => {
  july = momentsOf(await definitionOf(election), await recordedLog(election))
  definition = await definitionOf(october)
  events = await recordedLog(october)
  const submissions = timeline(events, 1).map(({ submission }) => submission)
  const wrong = turned(present(declarationsIn(submissions)[0]), 2)
  const opened = submissions.slice(0, 2)
  const flash = {
    kind: 'flash',
    flash: { constituency: tamworth, candidate: 'sarah-edwards' },
    at: '2023-10-20T01:44:00.000Z',
    by: 'desk',
  } as const
  corrected = tell(definition, emptyTable, [
    ...opened.slice(0, 1),
    flash,
    ...opened.slice(1),
    wrong,
    ...submissions.slice(2),
  ]).events
})

test('[ALR4] Tamworth, as a phone gets it', () => {
  const { sent } = alertedBy(momentsOf(definition, events), { ...nothingOn, seats: [tamworth] })
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    id: `decl-${tamworth}-1`,
    tag: `seat-${tamworth}`,
    title: 'LAB GAIN Tamworth from CON',
    body: 'Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%. vs 2019 general election',
    path: `/seat/${tamworth}?night=${october}`,
    ttl: 900,
    urgent: true,
    update: false,
  })
})

test('[ALR6] what one has not asked for wakes nobody; each rule finds its own', () => {
  expect(alertedBy(momentsOf(definition, events), nothingOn).sent).toEqual([])
  const titles = (rules: object) =>
    alertedBy(momentsOf(definition, events), { ...nothingOn, ...rules }).sent.map(
      ({ title }) => title,
    )
  expect(titles({ gains: {} })).toHaveLength(2)
  expect(titles({ gains: { regions: ['West Midlands'] } })).toEqual(['LAB GAIN Tamworth from CON'])
  expect(titles({ gains: { parties: ['ld'] } })).toEqual([])
  expect(titles({ records: true })).toHaveLength(2)
  const [record] = alertedBy(momentsOf(definition, events), { ...nothingOn, records: true }).sent
  expect(record?.body).toMatch(
    /^It is the second-highest by-election swing to Labour since 1945\. Maj 1,316\./,
  )
})

test('[ALR7] a safe seat that falls is an upset, and says why', () => {
  const { sent } = alertedBy(momentsOf(definition, events), { ...nothingOn, upsets: true })
  expect(sent.map(({ title }) => title)).toContain('LAB GAIN Tamworth from CON')
  expect(sent[0]?.body).toMatch(/^Upset: a majority of 42\.6% fell\./)
})

test('[ALR12] a winner and then the figures are one alert, updated in place', () => {
  const { sent } = alertedBy(momentsOf(definition, corrected.slice(0, 3)), {
    ...nothingOn,
    seats: [tamworth],
  })
  expect(
    sent.map(({ title, body, tag, update }) => [title, body.slice(0, 9), tag, update]),
  ).toEqual([
    ['LAB GAIN Tamworth from CON', 'Sarah Edw', `seat-${tamworth}`, false],
    ['LAB GAIN Tamworth from CON', 'Maj 1,316', `seat-${tamworth}`, true],
  ])
})

test('[ALR11] a correction reaches whoever was told, stands alone, and comes at once', () => {
  const told = alertedBy(momentsOf(definition, corrected), { ...nothingOn, gains: {} }).sent
  const correction = present(told.find(({ kind }) => kind === 'correction'))
  expect(correction).toMatchObject({
    title: 'CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON',
    urgent: true,
    ttl: 21_600,
  })
  expect(correction.body).toContain('Replaces 2.45am alert.')
  const other = alertedBy(momentsOf(definition, corrected), {
    ...nothingOn,
    seats: [midBedfordshire],
  }).sent
  expect(other.filter(({ kind }) => kind === 'correction')).toEqual([])
  const muted = alertedBy(momentsOf(definition, corrected), {
    ...nothingOn,
    seats: [tamworth],
    mutedUntil: '2023-10-20T12:00:00.000Z',
  })
  // Nothing wrong was ever sent: what was collected is put right where it waits.
  expect(muted.sent.map(({ title }) => title)).toEqual([])
})

test('[ALR9] a gains-only reporter gets at most 94 alerts of the night of 2024, and misses none of its gains', () => {
  const { sent } = alertedBy(july, {
    ...nothingOn,
    gains: {},
  })
  expect(sent.length).toBeLessThanOrEqual(94)
  const lines = sent.flatMap(({ kind, title, body }) =>
    kind === 'digest' ? body.split('\n') : [title],
  )
  const gains = july.filter(
    ({ event }) => event.kind === 'declared' && event.result.verdict.kind === 'gain',
  )
  expect(lines).toHaveLength(gains.length)
  expect(new Set(lines).size).toBe(gains.length)
})

test('[ALR10] quiet hours make one silent notification, but not of my seats when I am at the count', () => {
  const quiet = { from: '23:00', to: '07:00' }
  const { sent } = alertedBy(momentsOf(definition, events), { ...nothingOn, gains: {}, quiet })
  expect(sent.map(({ silent: isSilent, tag }) => [isSilent, tag])).toEqual([
    [true, 'seat-E14000986'],
    [true, `seat-${midBedfordshire}`],
  ])
  const atCount = { ...nothingOn, seats: [tamworth], atCount: true, quiet }
  expect(alertedBy(momentsOf(definition, events), atCount).sent[0]).toMatchObject({ silent: false })
})

test('[ALR10] what was collected before the quiet hours makes no sound in them', () => {
  const quiet = { from: '03:00', to: '07:00' }
  // Muted until quarter past three in London.
  const { sent } = alertedBy(july, {
    ...nothingOn,
    everyResult: true,
    quiet,
    mutedUntil: '2024-07-05T02:15:00.000Z',
  })
  expect(sent[0]).toMatchObject({ kind: 'digest', silent: true })
})

test('[ALR8] a majority passed is said once', () => {
  const { sent } = alertedBy(july, {
    ...nothingOn,
    milestones: true,
  })
  expect(sent.map(({ title }) => title)).toEqual(['Labour passed 326'])
  expect(sent[0]).toMatchObject({
    id: expect.stringMatching(/^milestone-majority-lab-/),
    urgent: true,
  })
})

test('[ALR10] above the most in an hour, and while it is muted, all is collected and nothing lost', () => {
  const rules = { ...nothingOn, everyResult: true }
  const wall = '2024-07-05T02:00:00.000Z'
  const atOnce = july.map((moment) => ({ ...moment, now: { at: moment.event.at, wall } }))
  const capped = alertedBy(atOnce, { ...rules, mostInAnHour: 5 })
  // Five as they came, then one message at the end of the night with all the rest.
  expect(capped.sent.map(({ kind }) => kind)).toEqual([...Array(5).fill('result'), 'digest'])
  expect(capped.rows.filter(({ state }) => state === 'collected')).toHaveLength(645)
  const muted = alertedBy(atOnce, { ...rules, mutedUntil: '2024-07-05T02:30:00.000Z' })
  expect(muted.sent).toEqual([])
  expect(muted.rows).toHaveLength(650)
})
