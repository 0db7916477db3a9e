import type { Source } from '../examples.ts'
import { nightToAtom } from '../../exports/feed-atom.ts'
import { candidateRows } from '../../exports/result-rows.ts'

/** A night in the forms of other programs; shortened where the whole would be long. */
export const webDeskExamples = ({ night }: Source) => ({
  resultsTable: shortTable(night),
  nightFeed: nightToAtom(night, 2),
  schedule: [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'SUMMARY:Tamworth: Labour gain from Conservatives',
    'DTSTART:20231020T014500Z',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
})

/** Some columns of the first two rows. */
const shortTable = (night: Source['night']): string => {
  const columns = ['constituency_id', 'constituency', 'candidate', 'party', 'votes', 'elected']
  const rows = [...candidateRows(night)].slice(0, 2)
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}
