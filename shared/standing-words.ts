import type { DeclaredSeat } from './declared.ts'
import type { ResultEvent } from './event.ts'
import { clauseOf, sentencesOf } from './tale.ts'

/** How a line ends with these records, and how a story's second paragraph begins. */
const placesOf = (records: DeclaredSeat['records']) => ({
  end: ['', ...clauseOf(records)].join(', '),
  start: ['\n\n', ...sentencesOf(records).map((sentence) => `${sentence} `)].join(''),
})

/**
 * A result in words as it stands: those of its event, with the lines that stand now in the place of those that it was
 * declared with, where a late arrival, a correction or a withdrawal elsewhere took one or gave one since. [REC7]
 */
export const standingWords = ({ latest, records }: DeclaredSeat): ResultEvent['words'] => {
  const { line, story, ...words } = latest.words
  const [was, is] = [placesOf(latest.records), placesOf(records)]
  return {
    ...words,
    // Words that another version of the house wrote may not be found, and stay.
    line: line.endsWith(was.end) ? line.slice(0, line.length - was.end.length) + is.end : line,
    story: story.replace(was.start, () => is.start),
  }
}
