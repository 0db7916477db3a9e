import { decimal } from '../figures.ts'
import { inWords } from '../region.ts'
import { partyName } from '../party.ts'
import { type Entry, isGain, isParty, isPartyGain } from './entry.ts'
import { type Query, superlative } from './query.ts'

/** Before so many seats have declared, the largest of anything is chance. */
const enough = 100

/** The queries that compare a seat of a general election with what was declared before it. [REC6] */
export const tonightQueries: readonly Query[] = [
  {
    id: 'swing-so-far',
    direction: 'highest',
    measure: ({ swing }) => swing?.points ?? null,
    counts: ({ swing }, subject) =>
      swing !== null && swing.to === subject.swing?.to && swing.from === subject.swing.from,
    most: 1,
    weight: 52,
    least: enough,
    words: ({ swing }, ranking) =>
      `${superlative(ranking, 'largest')} swing so far from ${partyName(swing?.from ?? '')} to ${partyName(swing?.to ?? '')}`,
  },
  {
    id: 'majority-small-so-far',
    direction: 'lowest',
    measure: ({ majorityVotes }) => majorityVotes,
    counts: () => true,
    most: 1,
    weight: 48,
    least: enough,
    words: (_subject, ranking) => `${superlative(ranking, 'smallest')} majority in votes so far`,
  },
  {
    id: 'turnout-high-so-far',
    direction: 'highest',
    measure: ({ turnout }) => turnout,
    counts: () => true,
    most: 1,
    weight: 30,
    least: enough,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'highest')} turnout so far, at ${decimal(ranking.value)} per cent`,
  },
  {
    id: 'turnout-low-so-far',
    direction: 'lowest',
    measure: ({ turnout }) => turnout,
    counts: () => true,
    most: 1,
    weight: 32,
    least: enough,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'lowest')} turnout so far, at ${decimal(ranking.value)} per cent`,
  },
  {
    id: 'share-low-so-far',
    direction: 'lowest',
    measure: ({ winningShare }) => winningShare,
    counts: () => true,
    most: 1,
    weight: 40,
    least: enough,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'lowest')} winning share so far, at ${decimal(ranking.value)} per cent`,
  },
]

type First = {
  readonly id: string
  readonly weight: number
  /** Whether an entry is one of those of which the subject might be the first. */
  readonly counts: (entry: Entry, subject: Entry) => boolean
  readonly words: (subject: Entry) => string
}

/** The first of its kind in a night, in the order of declaration. [REC6] */
export const firsts: readonly First[] = [
  {
    id: 'first-declaration',
    weight: 80,
    counts: () => true,
    words: () => 'first declaration of the night',
  },
  { id: 'first-gain', weight: 84, counts: isGain, words: () => 'first gain of the night' },
  {
    id: 'first-gain-by-party',
    weight: 72,
    counts: (entry, { winner }) => entry.winner === winner && isGain(entry) && isParty(winner),
    words: ({ winner }) => `first gain of the night by ${partyName(winner)}`,
  },
  {
    id: 'first-loss-by-party',
    weight: 70,
    counts: (entry, { before }) => entry.before === before && isGain(entry) && isParty(before),
    words: ({ before }) => `first loss of the night by ${partyName(before ?? '')}`,
  },
  {
    id: 'first-gain-from-party',
    weight: 62,
    counts: (entry, { winner, before }) =>
      entry.winner === winner && entry.before === before && isPartyGain(entry),
    words: ({ winner, before }) =>
      `first gain of the night by ${partyName(winner)} from ${partyName(before ?? '')}`,
  },
  {
    id: 'first-in-region',
    weight: 42,
    counts: (entry, { winner, region }) =>
      entry.winner === winner && entry.region === region && isParty(winner),
    words: ({ winner, region }) =>
      `first seat of the night for ${partyName(winner)} in ${inWords(region)}`,
  },
]
