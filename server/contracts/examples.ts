import type { Table } from '@night/shared/records/facts'
import type { Night } from '../night.ts'
import { alertExamples } from './examples/alerts.ts'
import { declarationExamples } from './examples/declarations.ts'
import { deskExamples } from './examples/desk.ts'
import { houseExamples } from './examples/house.ts'
import { nightExamples } from './examples/nights.ts'
import { replayExamples } from './examples/replays.ts'
import { webDeskExamples } from './examples/web-desk.ts'

/** What every example is taken from: a recorded night, and what would be a record on it. */
export type Source = { readonly night: Night; readonly table: Table }

/** The night that the examples are of, among the recorded ones. */
export const exampleNight = '2023-10-19-by-elections'

/** One real value for everything that is sent and answered: Tamworth, 2.45am on 20 October 2023. */
export const examplesOf = (source: Source) => ({
  ...nightExamples(source),
  ...webDeskExamples(source),
  ...declarationExamples(source),
  ...deskExamples,
  ...replayExamples,
  ...alertExamples,
  ...houseExamples,
})
export type Examples = ReturnType<typeof examplesOf>
export type ExampleName = keyof Examples
