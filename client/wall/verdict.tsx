import { partyOf } from '@night/shared/party'
import type { Result } from '@night/shared/result'
import { fit } from '../fit.ts'
import { colours } from '../colours.ts'

/** Ems of the block, whatever the party is called. */
const measure = 2.85

type VerdictProps = Pick<Result['verdict'], 'kind' | 'party' | 'from'>

/** Both parties' colours on a gain: a seat changed hands. A hold is quieter. */
export const Verdict = ({ kind, party, from }: VerdictProps) => {
  const words = [partyOf(party).short.toUpperCase(), kind.toUpperCase()]
  return (
    <div class="verdict" data-kind={kind} style={colours(party)}>
      <p class="verdict-words">
        {words.map((word) => (
          <span class="fit" key={word} style={fit(word, measure)}>
            {word}{' '}
          </span>
        ))}
      </p>
      {kind === 'gain' && from !== null && (
        <p class="verdict-from" style={colours(from)}>
          from {partyOf(from).short.toUpperCase()}
        </p>
      )}
    </div>
  )
}

/** What was said of a winner does not stand: no party's colour. */
export const Withdrawn = ({ what }: { readonly what: string }) => (
  <div class="verdict" data-kind="withdrawn">
    <p class="verdict-words">
      <span class="fit" style={fit(what.toUpperCase(), measure)}>
        {what.toUpperCase()}{' '}
      </span>
      <span class="fit" style={fit('WITHDRAWN', measure)}>
        WITHDRAWN
      </span>
    </p>
  </div>
)
