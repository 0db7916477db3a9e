import type { Board } from '@night/shared/board'
import { ownTime } from '@night/shared/tally/schedule'
import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Books } from '../parts/reading.ts'
import { Notes } from '../parts/seat/notes.tsx'
import { SeatView } from '../parts/seat/seat-view.tsx'
import type { Say } from '../parts/seat/copy-bar.tsx'
import type { Desk } from './state.ts'

type SideProps = {
  readonly desk: Desk
  readonly board: ReadonlySignal<Board | null>
  readonly books: Books
  readonly say: Say
}

/** Beside the table: one seat, or the notes of the night. [DSK7 DSK9] */
export const Side = (props: SideProps) => {
  const { seat, notes } = props.desk.view.value
  const board = props.board.value
  if (!board) return null
  if (seat !== '') return <Drawer {...props} id={seat} of={board} />
  return notes ? <NotesOfTheNight {...props} of={board} /> : null
}

type OfBoard = SideProps & { readonly of: Board }

const Drawer = ({ desk, books, say, id, of }: OfBoard & { readonly id: string }) => {
  const seat = of.seatsById[id]
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  // Opened, the reader goes on here; moved on by key, the row keeps the focus.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => body.current?.scrollTo(0, 0), [id])
  const place = seat?.contest.constituency
  return (
    <aside class="side" aria-labelledby="side-title">
      <header class="side-head">
        <h2 id="side-title" tabIndex={-1} ref={heading}>
          {place?.name ?? 'Not in this night'}
        </h2>
        {place && (
          <a class="side-link" href={`/seat/${id}?night=${encodeURIComponent(of.night.id)}`}>
            Own page
          </a>
        )}
        <Close desk={desk} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by key */}
      <div class="side-body" ref={body} tabIndex={0}>
        {seat ? (
          <SeatView
            key={id}
            board={of}
            level={3}
            now={ownTime(of, desk.minute.value)}
            {...{ seat, books, say }}
          />
        ) : (
          <p class="part-note">{id} is no constituency of this night.</p>
        )}
      </div>
    </aside>
  )
}

const NotesOfTheNight = ({ desk, of }: OfBoard) => (
  <aside class="side" aria-labelledby="side-title">
    <header class="side-head">
      <h2 id="side-title">Notes of the night</h2>
      <Close desk={desk} />
    </header>
    <div class="side-body" tabIndex={0}>
      {of.notes.length === 0 && <p class="part-note">Nothing was noted yet.</p>}
      <Notes notes={of.notes} pollsClose={of.night.pollsClose} />
    </div>
  </aside>
)

const Close = ({ desk }: { readonly desk: Desk }) => (
  <button type="button" class="side-close" onClick={() => desk.obey('close')}>
    Close <kbd aria-hidden="true">Esc</kbd>
  </button>
)
