import { AlertRules } from '@night/shared/alert/rules'
import { nothingCollected } from '@night/worker/alerts/rules/collected'
import { match } from '@night/worker/alerts/rules/match'
import { timeline } from '@night/worker/replay/timeline'
import { expect, test } from 'vitest'
import { alertedBy, momentsOf } from '../../support/alerted.ts'
import { emptyTable } from '../../support/almanac.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { definitionOf, recordedLog } from '../../support/night.ts'
import { present } from '../../support/present.ts'
import { declarationsIn, tell } from '../../support/told.ts'

const election = '2024-07-04-general-election'

test('[ALR8] a majority that was lost, since its seat was withdrawn, and passed again is said again, and its seat by nothing but its own rule', async () => {
  const [definition, log] = await Promise.all([definitionOf(election), recordedLog(election)])
  const labour = log.filter((one) => one.kind === 'declared' && one.result.verdict.party === 'lab')
  const passed = present(labour[325])
  const till = timeline(log.slice(0, passed.seq), 1).map(({ submission }) => submission)
  const last = present(declarationsIn(till).at(-1))
  const { constituency, revision } = last.declaration
  const withdrawal = { constituency, revision, reason: 'Read too early' }
  const { events } = tell(definition, emptyTable, [
    ...till,
    { kind: 'withdrawal', withdrawal, at: passed.at, by: 'desk' },
    { ...last, declaration: { ...last.declaration, revision: revision + 1, reason: 'Read again' } },
  ])
  const rules = { ...nothingOn, milestones: true }
  const moments = momentsOf(definition, events)
  const { sent } = alertedBy(moments, rules)
  expect(sent.map(({ title }) => title)).toEqual([
    'Labour passed 326',
    'CORRECTION Labour: no majority of 326 any more',
    'Labour passed 326',
  ])
  // Where the log is matched once more, whoever was told of the majority was not told of its seat.
  const moment = present(moments[passed.seq - 1])
  const milestone = present(moment.news.find(({ seat }) => seat === null)).message.id
  const subscription = { rules: AlertRules.parse(rules) }
  const device = {
    subscription,
    collected: nothingCollected,
    told: new Map([[milestone, 'sent']] as const),
  }
  expect(match(device, moment).rows).toEqual([])
})

test('[ALR8] an early seat that comes late makes the majority, and it is said when the 326th of them was declared', async () => {
  const [definition, log] = await Promise.all([definitionOf(election), recordedLog(election)])
  const labour = log.filter((one) => one.kind === 'declared' && one.result.verdict.party === 'lab')
  const till = timeline(log.slice(0, present(labour[325]).seq), 1).map((one) => one.submission)
  const early = present(declarationsIn(till)[0])
  const late = [...till.filter((one) => one !== early), early]
  const { events } = tell(definition, emptyTable, late)
  const { sent } = alertedBy(momentsOf(definition, events), { ...nothingOn, milestones: true })
  expect(sent.map(({ body }) => body)).toEqual([
    '326 of 650 seats at 5.00am. 184 of 650 still to declare',
  ])
})

/** Three seats of three parties, of which the last is withdrawn and declared again. */
const hungAndBack = async () => {
  const [definition, log] = await Promise.all([definitionOf(election), recordedLog(election)])
  const wonBy = (party: string) =>
    present(log.find((one) => one.kind === 'declared' && one.result.verdict.party === party))
  const ofThree = timeline(['con', 'lab', 'ld'].map(wonBy), 1).map(({ submission }) => submission)
  const last = present(declarationsIn(ofThree).at(-1))
  const { constituency, revision, declaredAt } = last.declaration
  const withdrawal = { constituency, revision, reason: 'Read too early' }
  const seats = declarationsIn(ofThree).map(({ declaration }) => declaration.constituency)
  const contests = definition.contests.filter((one) => seats.includes(one.constituency.id))
  const small = { ...definition, contests }
  const { events } = tell(small, emptyTable, [
    ...ofThree,
    { kind: 'withdrawal', withdrawal, at: declaredAt, by: 'desk' },
    { ...last, declaration: { ...last.declaration, revision: revision + 1, reason: 'Read again' } },
  ])
  return momentsOf(small, events)
}

test('[ALR8] a hung parliament that a withdrawal makes uncertain is taken back, and said again when it is certain', async () => {
  const moments = await hungAndBack()
  const rules = { ...nothingOn, milestones: true }
  const { sent } = alertedBy(moments, rules)
  expect(sent.map(({ title }) => title)).toEqual([
    'A hung parliament',
    'CORRECTION No hung parliament yet',
    'A hung parliament',
  ])
  // Who was muted all the while was told nothing that could be taken back.
  const muted = { ...rules, mutedUntil: '2030-01-01T00:00:00.000Z' }
  const waiting = (some: typeof moments) =>
    alertedBy(some, muted).rows.map(({ message }) => message.title)
  expect(waiting(moments.slice(0, -1))).toEqual([])
  expect(waiting(moments)).toEqual(['A hung parliament'])
})

test('[ALR8 ALR11] what was lost again is taken back from whoever was told it, whatever their rules say now, and from nobody else', async () => {
  const moments = await hungAndBack()
  const hungAt = present(moments.findIndex(({ news }) => news.some(({ seat }) => seat === null)))
  const titles = (until: boolean) =>
    alertedBy(moments, (moment) => ({
      ...nothingOn,
      milestones: moments.indexOf(moment) <= hungAt === until,
    })).sent.map(({ title }) => title)
  expect(titles(true)).toEqual(['A hung parliament', 'CORRECTION No hung parliament yet'])
  expect(titles(false)).toEqual(['A hung parliament'])
})
