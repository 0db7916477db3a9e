import { baselineWords } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import { percentage } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import { colours } from '../colours.ts'

type LastTimeProps = {
  readonly previous: Baseline
  /** How wide the bar is, 1 for half a wall. */
  readonly measure: number
}

type Part = {
  /** Null for all that have no room for a name, together. */
  readonly party: string | null
  readonly words: string
  readonly part: number
}

const partOf = (party: string | null, votes: number, valid: number): Part => {
  const name = party === null ? 'OTHERS' : partyOf(party).short.toUpperCase()
  return { party, words: `${name} ${percentage(votes, valid)}`, part: votes / valid }
}

/** The part of half a wall's bar that its words need, and that a letter needs. */
const roomFor = (words: string): number => 0.035 + 0.02 * words.length
const roomForLetter = 0.03

/** Names that have room below the bar. */
const roomBelow = (measure: number): number => (measure < 1 ? 2 : measure < 2 ? 3 : 5)

/** Last time's votes, the most first; the least of them together, where they have no room of their own. */
const partsOf = ({ votes, valid }: Baseline, measure: number) => {
  const fits = ({ words, part }: Part): boolean => part > roomFor(words) / measure
  const sorted = votes.toSorted((a, b) => b.votes - a.votes)
  const all = sorted.map((one) => partOf(one.party, one.votes, valid))
  const room = all.filter(fits).length + roomBelow(measure)
  const shown = all.length > room ? all.slice(0, room - 1) : all
  const rest = sorted.slice(shown.length).reduce((sum, one) => sum + one.votes, 0)
  const parts = rest === 0 ? shown : [...shown, partOf(null, rest, valid)]
  return parts.map((part, index) => ({ ...part, key: index, isInside: fits(part) }))
}

/** Last time's votes as one bar; what has no room for a name has a letter and is told below it. [WALL7] */
export const LastTime = ({ previous, measure }: LastTimeProps) => {
  const parts = partsOf(previous, measure)
  return (
    <div class="last-time">
      <p class="last-time-head">{baselineWords(previous)}, %</p>
      <ol class="last-time-bar">
        {parts.map(({ key, party, words, part, isInside }) => (
          <li key={key} style={{ ...coloursOf(party), '--part': String(part) }}>
            <span class={isInside ? '' : 'unseen'}>{words}</span>
            {!isInside && part * measure > roomForLetter && <Letter party={party} />}
          </li>
        ))}
      </ol>
      <ul class="last-time-small" aria-hidden="true">
        {parts
          .filter(({ isInside }) => !isInside)
          .map(({ key, party, words }) => (
            <li key={key} style={coloursOf(party)}>
              <Letter party={party} /> {words}
            </li>
          ))}
      </ul>
    </div>
  )
}

const nobodys = { '--party': 'var(--quiet)', '--ink': 'var(--ground)' }
const coloursOf = (party: string | null) => (party === null ? nobodys : colours(party))

/** A party in one letter, as on the map. */
const Letter = ({ party }: Pick<Part, 'party'>) => (
  <b aria-hidden="true">{party !== null && partyOf(party).letter}</b>
)
