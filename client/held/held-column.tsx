import type { Board } from '@night/shared/board'
import { useEffect, useRef } from 'preact/hooks'
import { HeldCard } from './held-card.tsx'
import type { Work } from './work.ts'

export type ColumnProps = { readonly work: Work; readonly board: Board }

/** Everything that waits for somebody at the desk, the latest first. [HLD5] */
export const HeldColumn = ({ work, board }: ColumnProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const held = work.held.value
  const outcome = work.outcome.value
  const isRuling = work.ruling.value !== null
  // Whoever has decided goes on from here: what was decided is gone, and the focus with it.
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (!isRuling && outcome !== '' && isLost) heading.current?.focus()
  }, [isRuling])
  return (
    <section class="column column-held" aria-labelledby="held-title" tabIndex={0}>
      <h2 id="held-title" tabIndex={-1} ref={heading}>
        Held back <span class="count">{held.length}</span>
      </h2>
      {outcome !== '' && <p class="outcome">{outcome}</p>}
      {held.length === 0 && (
        <p class="nothing">
          Nothing is held back. What does not pass the checks comes here, and onto no screen.
        </p>
      )}
      <ol class="cards">
        {held.map((one) => (
          <li key={one.id}>
            <HeldCard held={one} {...{ work, board }} />
          </li>
        ))}
      </ol>
    </section>
  )
}
