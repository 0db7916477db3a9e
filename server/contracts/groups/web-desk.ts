import { FeedQuery } from '../../exports/feed-atom.ts'
import { ResultsQuery } from '../../exports/results-csv.ts'
import type { ExampleName } from '../examples.ts'
import type { Group, Route } from '../route.ts'

const night = '/api/nights/{night}'

type File = Pick<Route, 'id' | 'path' | 'summary' | 'more' | 'query'> & {
  readonly form: string
  readonly example: ExampleName
}

/** One way out, with the tag by which a program asks whether there is anything new. */
const file = ({ form, example, ...what }: File): Route => ({
  ...what,
  method: 'get',
  who: 'reader',
  answers: [
    {
      status: 200,
      about: 'The file.',
      body: { text: form, example },
      headers: { ETag: 'Seq and hash of the last event.' },
    },
    { status: 304, about: 'Nothing is new since that ETag.' },
  ],
  refuses: what.query ? ['no-such-thing', 'does-not-fit'] : ['no-such-thing'],
})

export const webDesk: Group = {
  name: 'For the web desk',
  about: 'A night in the forms that spreadsheets, feed readers and calendars know.',
  routes: [
    file({
      id: 'readResultsTable',
      path: `${night}/results.csv`,
      summary: 'Every result that stands, as a table',
      more: 'A row a candidate, or a constituency. A spreadsheet takes no cell for a formula.',
      query: ResultsQuery,
      form: 'text/csv',
      example: 'resultsTable',
    }),
    file({
      id: 'readNightFeed',
      path: `${night}/feed.atom`,
      summary: 'What was published, the latest first, as an Atom feed',
      query: FeedQuery,
      form: 'application/atom+xml',
      example: 'nightFeed',
    }),
    file({
      id: 'readSchedule',
      path: `${night}/schedule.ics`,
      summary: 'When each constituency is expected to declare, as a calendar',
      form: 'text/calendar',
      example: 'schedule',
    }),
  ],
}
