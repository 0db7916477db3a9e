import { AlertRules } from '@night/shared/alert/rules'
import type { NightDefinition } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { nothingCollected } from '@night/worker/alerts/rules/collected'
import { match } from '@night/worker/alerts/rules/match'
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

const muted = { mutedUntil: '2030-01-01T00:00:00.000Z' }
const at = { at: '2023-10-20T01:50:00.000Z', by: 'desk' }
const flash: Submission = {
  kind: 'flash',
  flash: { constituency: tamworth, candidate: 'sarah-edwards' },
  ...at,
}
const takenBack: Submission = {
  kind: 'withdrawal',
  withdrawal: { constituency: tamworth, revision: 1, reason: 'Read too early' },
  ...at,
}
const heard = (then: readonly Submission[], rules: object) => {
  const { events } = tell(definition, emptyTable, [present(submissions[0]), ...then])
  return alertedBy(momentsOf(definition, events), { ...nothingOn, ...rules, ...muted })
}

test('[ALR11] what was taken back while it waited was never said, so nobody is sent its correction', () => {
  const declared = present(declarationsIn(submissions)[0])
  const { sent, rows } = heard([declared, takenBack, turned(declared, 2)], { seats: [tamworth] })
  expect(sent).toEqual([])
  expect(rows.map(({ message }) => message.title)).toEqual(['CON HOLD Tamworth'])
})

test('[ALR11] a winner that waited and turns out to be nothing one asked for was never said', () => {
  const declared = present(declarationsIn(submissions)[0])
  const corrected = turned(declared, 2)
  const { sent } = heard(
    [
      flash,
      turned(declared, 1),
      {
        ...declared,
        declaration: { ...declared.declaration, revision: 2, reason: 'The other way round' },
      },
      { ...corrected, declaration: { ...corrected.declaration, revision: 3 } },
    ],
    { gains: {} },
  )
  expect(sent).toEqual([])
})

test('[ALR11] what is due the moment that it is corrected is not sent first', () => {
  const declared = present(declarationsIn(submissions)[0])
  const told = [present(submissions[0]), declared, turned(declared, 2)]
  const { events } = tell(definition, emptyTable, told)
  const [, first, second] = momentsOf(definition, events)
  const mutedUntil = '2023-10-20T02:00:00.000Z'
  const rules = AlertRules.parse({ ...nothingOn, seats: [tamworth], mutedUntil })
  const device = { subscription: { rules }, collected: nothingCollected, told: new Map() }
  const at = (wall: string) => ({ at: '2023-10-20T01:50:00.000Z', wall })
  const waits = match(device, { ...present(first), now: at('2023-10-20T01:50:00.000Z') })
  const id = `decl-${tamworth}-1`
  const waiting = {
    ...device,
    collected: waits.collected,
    told: new Map([[id, 'collected']] as const),
  }
  const { rows, unsaid } = match(waiting, {
    ...present(second),
    now: at('2023-10-20T02:01:00.000Z'),
  })
  expect(rows.map(({ message }) => message.title)).toEqual(['CON HOLD Tamworth'])
  expect(unsaid).toEqual([id])
})
