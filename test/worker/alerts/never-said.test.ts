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
