import { isDeclared } from '@night/shared/declared'
import { standingWords } from '@night/shared/standing-words'
import { statementOf } from '../../statement.ts'
import { Watch } from './before.tsx'
import { HistoryList } from './history-list.tsx'
import { Notes } from './notes.tsx'
import { Records } from './records.tsx'
import type { SeatViewProps } from './seat-view.tsx'
import { Section } from './section.tsx'

/** What is said of a seat: records or what would be one, its story, notes, and how it came about. */
export const Told = (props: SeatViewProps) => {
  const { seat, board, books, level } = props
  const { latest, records, withdrawn, contest } = seat
  const { id } = contest.constituency
  const { pollsClose } = board.night
  const notes = board.notes.filter((note) => note.constituency?.id === id)
  return (
    <>
      {!latest && <Watch {...props} />}
      {latest && records.length > 0 && (
        <Section title="Records and context" level={level} kind="records">
          <Records records={records} />
        </Section>
      )}
      {isDeclared(seat) && (
        <Section title="Story" level={level} kind="story">
          {standingWords(seat)
            .story.split('\n\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </Section>
      )}
      {notes.length > 0 && (
        <Section title="Notes" level={level} kind="notes">
          <Notes notes={notes} pollsClose={pollsClose} />
        </Section>
      )}
      <HistoryList
        key={`${id}-${statementOf(seat)?.seq ?? 0}`}
        constituency={id}
        head={board}
        isOpen={latest?.kind === 'corrected' || withdrawn !== null}
        {...{ books, pollsClose }}
      />
    </>
  )
}
