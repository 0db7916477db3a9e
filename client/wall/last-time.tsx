import type { Baseline } from '@night/shared/contest'
import { percentage } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import { colours } from '../parts/party-chip.tsx'
import { baselineWords } from '../seat-words.ts'

type LastTimeProps = {
  readonly previous: Baseline
  /** How wide the bar is, 1 for half a wall. */
  readonly measure: number
}

const label = (party: string, votes: number, valid: number): string =>
  `${partyOf(party).short.toUpperCase()} ${percentage(votes, valid)}`

/** The part of half a wall's bar that its words need. */
const roomFor = (words: string): number => 0.035 + 0.02 * words.length

/** Last time's votes as one bar; what has no room for a name is told in words below it. */
export const LastTime = ({ previous, measure }: LastTimeProps) => {
  const { valid } = previous
  const rows = previous.votes
    .toSorted((a, b) => b.votes - a.votes)
    .map(({ party, votes }) => {
      const words = label(party, votes, valid)
      return { party, words, part: votes / valid, fits: votes / valid > roomFor(words) / measure }
    })
  return (
    <div class="last-time">
      <p class="last-time-head">{baselineWords(previous)}, %</p>
      <ol class="last-time-bar">
        {rows.map(({ party, words, part, fits }, index) => (
          <li key={`${party}-${index}`} style={{ ...colours(party), '--part': String(part) }}>
            <span class={fits ? '' : 'unseen'}>{words}</span>
          </li>
        ))}
      </ol>
      <p class="last-time-small">
        {rows
          .filter(({ fits }) => !fits)
          .slice(0, measure < 1 ? 2 : 3)
          .map(({ words }) => words)
          .join(' · ')}
      </p>
    </div>
  )
}
