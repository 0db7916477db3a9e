import type { NightDefinition } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, expect, test } from 'vitest'
import { alertedBy, momentsOf } from '../../support/alerted.ts'
import { emptyTable } from '../../support/almanac.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { definitionOf, midBedfordshire, october, recordedLog } from '../../support/night.ts'
import { present } from '../../support/present.ts'
import { declarationsIn, tell } from '../../support/told.ts'

let definition: NightDefinition
let submissions: readonly Submission[]
beforeAll(async () => {
  definition = await definitionOf(october)
  submissions = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
})

const independents = ['gareth-mackey', 'prince-a-love-emperor-of-india']

/** Mid Bedfordshire, had one of its two independents won it and the other come second. */
const wonBy = (winner: string, revision: number): Submission => {
  const sent = present(
    declarationsIn(submissions).find(
      ({ declaration }) => declaration.constituency === midBedfordshire,
    ),
  )
  const { declaration } = sent
  const all = declaration.votes.map(({ votes }) => votes).toSorted((a, b) => b - a)
  const rank = (candidate: string): number =>
    independents.includes(candidate) ? (candidate === winner ? 0 : 1) : 2
  const order = declaration.votes.toSorted((a, b) => rank(a.candidate) - rank(b.candidate))
  const votes = order.map((row, place) => ({ ...row, votes: present(all[place]) }))
  return {
    ...sent,
    declaration: { ...declaration, revision, reason: 'Read the wrong way round', votes },
  }
}

test('[ALR11] a correction by which another of the same party has won says who, and who was said', () => {
  const { events, held } = tell(definition, emptyTable, [
    present(submissions[0]),
    wonBy('gareth-mackey', 1),
    wonBy('prince-a-love-emperor-of-india', 2),
  ])
  expect(held).toEqual([])
  const { sent } = alertedBy(momentsOf(definition, events), {
    ...nothingOn,
    seats: [midBedfordshire],
  })
  expect(sent.map(({ title }) => title)).toEqual([
    'IND GAIN Mid Bedfordshire from CON',
    'CORRECTION Mid Bedfordshire: IND GAIN from CON (Prince A Love, Emperor of India, not Gareth Mackey)',
  ])
})
