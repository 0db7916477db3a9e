import type { NoteEvent } from '@night/shared/event'
import { ClockTime } from '../clock-time.tsx'
import { speakerWords } from './seat-facts.ts'

type NotesProps = { readonly notes: readonly NoteEvent[]; readonly pollsClose: string }

/** Quotes and lines of context, the latest first. */
export const Notes = ({ notes, pollsClose }: NotesProps) => (
  <ol class="notes">
    {notes.map((note) => {
      const speaker = speakerWords(note)
      return (
        <li key={note.seq}>
          <p>{note.text}</p>
          <p class="part-note">
            <ClockTime at={note.at} pollsClose={pollsClose} />
            {note.constituency !== null && `, ${note.constituency.name}`}
            {speaker !== null && `: ${speaker}`}
          </p>
        </li>
      )
    })}
  </ol>
)
