import { authorWords } from '@night/shared/author'
import type { Board } from '@night/shared/board'
import { ClockTime } from '../parts/clock-time.tsx'
import type { Entry } from './log.ts'

type EntryViewProps = { readonly entry: Entry; readonly board: Board }

/** One thing that was put right: where, why, what stands, what no longer does. */
export const EntryView = ({ entry, board }: EntryViewProps) => {
  const { correction, mark, line, standing, isStanding, numbers } = entry
  const { constituency, publishedAt, by, reason, consequences, seq } = correction
  return (
    <article class="log-entry" data-kind={correction.kind} aria-labelledby={`entry-${seq}`}>
      <header>
        <p class="log-when">
          <ClockTime at={publishedAt} pollsClose={board.night.pollsClose} />{' '}
          <span class="log-mark">{mark}</span>
        </p>
        <h2 id={`entry-${seq}`}>
          <a href={`/seat/${constituency.id}?night=${encodeURIComponent(board.night.id)}`}>
            {constituency.name}
          </a>
        </h2>
        <p class="log-numbers">{numbers}</p>
      </header>
      <dl>
        <Said what="Why" words={reason} kind="log-why" />
        <Said what="Who" words={authorWords(by)} kind="log-who" />
        <div data-standing={isStanding}>
          <dt>{standing}</dt>
          <dd>{line}</dd>
        </div>
        {consequences.length > 0 && (
          <div class="log-gone">
            <dt>No longer stands</dt>
            {consequences.map(({ text }) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        )}
      </dl>
    </article>
  )
}

type SaidProps = { readonly what: string; readonly words: string; readonly kind: string }

const Said = ({ what, words, kind }: SaidProps) => (
  <div>
    <dt>{what}</dt>
    <dd class={kind}>{words}</dd>
  </div>
)
