import { type Entry, entriesOf } from '@night/client/corrections/log'
import { isCorrection } from '@night/shared/event'
import type { Submission } from '@night/shared/submission'
import { expect, test } from 'vitest'
import { emptyTable } from '../support/almanac.ts'
import { declarationOf, definitionOf, october, tamworth } from '../support/night.ts'
import { tell } from '../support/told.ts'

const minutes = (minute: number): string => `2023-10-20T01:0${minute}:00.000Z`
const named = (candidate: string, minute: number): Submission => ({
  kind: 'flash',
  flash: { constituency: tamworth, candidate },
  at: minutes(minute),
  by: 'desk',
})
const taken = (revision: number, minute: number): Submission => ({
  kind: 'withdrawal',
  withdrawal: { constituency: tamworth, revision, reason: 'Called too early' },
  at: minutes(minute),
  by: 'desk',
})
const figures = async (revision: number): Promise<Submission> => {
  const right = await declarationOf(october, tamworth)
  const reason = revision === 1 ? null : 'Counted again'
  return { kind: 'declaration', by: 'desk', declaration: { ...right, revision, reason } }
}

/** What the log's entries say of what stands, the first first. */
const saidAfter = async (...submissions: Submission[]): Promise<string[]> => {
  const { events, board } = tell(await definitionOf(october), emptyTable, submissions)
  expect(events).toHaveLength(submissions.length)
  const said = ({ standing, line }: Entry): string => `${standing}: ${line}`
  return entriesOf(events.filter(isCorrection), board).map(said)
}

const nobody = 'No winner and no figures of this constituency'
const [first, second] = [named('andy-cooper', 1), named('sarah-edwards', 3)]

test('[COR5] of two winners who were taken back one after the other, neither stands, and each entry says so', async () => {
  expect(await saidAfter(first, taken(0, 2), second, taken(0, 4))).toEqual([
    `Stands now: ${nobody}`,
    `Stands now: ${nobody}`,
  ])
})

test('[COR5] a winner who was taken back is told as gone, and what has come since', async () => {
  expect(await saidAfter(first, taken(0, 2))).toEqual([`Stands now: ${nobody}`])
  expect(await saidAfter(first, taken(0, 2), second)).toEqual([
    `Stood after it; now a winner without figures: ${nobody}`,
  ])
  expect(await saidAfter(first, taken(0, 2), await figures(1))).toEqual([
    `Stood after it; now revision 1: ${nobody}`,
  ])
})

test('[COR5] figures that were taken back twice are told as gone by both entries', async () => {
  const entries = await saidAfter(await figures(1), taken(1, 2), await figures(2), taken(2, 4))
  expect(entries[0]).toBe('Stands now: No figures of this constituency')
  expect(entries[1]).toMatch(/^Does not stand any more; withdrawn since: .*LAB GAIN from CON/)
  expect(entries[2]).toBe('Stands now: No figures of this constituency')
})
