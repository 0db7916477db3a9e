import { emptyBoard } from '@night/shared/board'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { declare } from '@night/worker/declare'
import type { Table } from '@night/shared/records/facts'
import { emptyTable } from './almanac.ts'
import { contestOf, declarationOf, october, tamworth } from './night.ts'

/** What is known of other by-elections, and the day of the poll. */
type Known = { readonly table: Table; readonly date: string }

/**
 * What is published of a declaration that does not contradict itself, on a night on which it is the first. It is told as
 * a recording, so that a made-up one need not be likely.
 */
export const resultOf = (
  declaration: Declaration,
  contest: Contest,
  { table, date }: Known = { table: emptyTable, date: '2023-10-19' },
) => {
  const night = {
    id: october,
    title: 'TEST',
    kind: 'by-elections',
    date,
    pollsClose: '2023-10-19T21:00:00.000Z',
  } as const
  const decision = declare({
    submission: { kind: 'declaration', declaration, by: 'desk' },
    contest,
    board: emptyBoard({ ...night, contests: [contest] }, 'recorded'),
    table,
    publishedAt: '2023-10-20T01:45:03.120Z',
  })
  if (decision.outcome !== 'publish' || decision.event.kind !== 'declared')
    throw new Error(JSON.stringify(decision))
  return decision.event
}

/** Tamworth on 19 October 2023: who stood, and what was read out. */
export const tamworthSeat = async () => ({
  contest: await contestOf(october, tamworth),
  declared: await declarationOf(october, tamworth),
})
