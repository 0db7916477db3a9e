import { useState } from 'preact/hooks'
import type { Head } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { ClockTime } from '../clock-time.tsx'
import type { Books } from '../reading.ts'
import { useRead } from '../use-read.ts'
import { happenings } from './seat-facts.ts'

type HistoryProps = {
  readonly constituency: string
  /** Read up to here. */
  readonly head: Head
  readonly books: Books
  readonly pollsClose: string
  /** Something was put right: that nobody should have to look for. */
  readonly isOpen: boolean
}

/** What happened to a seat, read when it is opened: corrections with their reason and what they undo. [SEA5] */
export const HistoryList = ({ constituency, head, books, pollsClose, isOpen }: HistoryProps) => {
  const [open, setOpen] = useState(isOpen)
  const read = useRead(
    `${constituency} ${head.hash}`,
    open ? () => books.eventsOf(constituency, head) : null,
  )
  return (
    <details
      class="part history"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>History</summary>
      {read === null && <p class="part-note">Reading</p>}
      {read?.ok === false && <p class="part-note">{read.words}</p>}
      {read?.ok && <Happenings events={read.answer} pollsClose={pollsClose} />}
    </details>
  )
}

type HappeningsProps = { readonly events: readonly NightEvent[]; readonly pollsClose: string }

const Happenings = ({ events, pollsClose }: HappeningsProps) => (
  <ol class="happenings">
    {happenings(events).map(({ seq, at, what, why, consequences }) => (
      <li key={seq}>
        <ClockTime at={at} pollsClose={pollsClose} />
        <div>
          <p>{what}</p>
          {why !== null && <p class="part-note">{why}</p>}
          {consequences.length > 0 && (
            <>
              <p class="part-note">No longer stands:</p>
              <ul class="consequences">
                {consequences.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </li>
    ))}
    {events.length === 0 && <li>Nothing yet</li>}
  </ol>
)
