import { type Almanac, governmentOn } from '../almanac.ts'
import { decimal, votesInWords } from '../figures.ts'
import { partyName } from '../party.ts'
import { type Entry, isConOrLab, isGain } from './entry.ts'
import { type Query, superlative } from './query.ts'

/** What the table covers; no line claims more. */
export const since = 'since 1945'

/** Among fewer than this nothing is the highest of anything. */
const fewest = 5

const swings: readonly Query[] = [
  {
    id: 'swing-to-party',
    direction: 'highest',
    measure: ({ swing }) => swing?.points ?? null,
    counts: ({ swing }, subject) => swing?.to === subject.winner,
    lacks: ({ isConLabOnly }, { winner }) => isConLabOnly && !isConOrLab(winner),
    most: 5,
    weight: 97,
    least: fewest,
    needs: (value) => `needs a swing above ${decimal(value)} points`,
    words: ({ winner }, ranking) =>
      `${superlative(ranking, 'highest')} by-election swing to ${partyName(winner)} since ${ranking.since}`,
  },
  {
    id: 'swing-between-parties',
    direction: 'highest',
    measure: ({ swing }) => swing?.points ?? null,
    counts: ({ swing }) => swing !== null,
    lacks: ({ isConLabOnly }) => isConLabOnly,
    most: 3,
    weight: 94,
    least: fewest,
    needs: (value) => `needs a swing above ${decimal(value)} points`,
    words: ({ swing }, ranking) =>
      `${superlative(ranking, 'highest')} by-election swing from one party to another since ${ranking.since}, from ${partyName(swing?.from ?? '')} to ${partyName(swing?.to ?? '')}`,
  },
]

const overturned: readonly Query[] = [
  {
    id: 'overturned-by-party',
    direction: 'highest',
    measure: ({ overturnedVotes }) => overturnedVotes,
    counts: (entry, subject) => isGain(entry) && entry.winner === subject.winner,
    most: 3,
    weight: 88,
    least: fewest,
    words: ({ winner }, ranking) =>
      `${superlative(ranking, 'largest')} majority overturned by ${partyName(winner)} at a by-election since ${ranking.since}, at ${votesInWords(ranking.value)}`,
  },
  {
    id: 'overturned-by-anyone',
    direction: 'highest',
    measure: ({ overturnedVotes }) => overturnedVotes,
    counts: isGain,
    most: 3,
    weight: 92,
    least: fewest,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'largest')} majority overturned at a by-election since ${ranking.since}, at ${votesInWords(ranking.value)}`,
  },
]

const others: readonly Query[] = [
  {
    id: 'turnout-low',
    needs: (value) => `needs a turnout below ${decimal(value)} per cent`,
    direction: 'lowest',
    measure: ({ turnout }) => turnout,
    counts: () => true,
    most: 5,
    weight: 45,
    least: fewest,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'lowest')} turnout at a by-election since ${ranking.since}, at ${decimal(ranking.value)} per cent`,
  },
  {
    id: 'turnout-high',
    needs: (value) => `needs a turnout above ${decimal(value)} per cent`,
    direction: 'highest',
    measure: ({ turnout }) => turnout,
    counts: () => true,
    most: 5,
    weight: 45,
    least: fewest,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'highest')} turnout at a by-election since ${ranking.since}, at ${decimal(ranking.value)} per cent`,
  },
  {
    id: 'majority-small',
    direction: 'lowest',
    measure: ({ majorityVotes }) => majorityVotes,
    counts: () => true,
    most: 3,
    weight: 60,
    least: fewest,
    needs: (value) => `needs a majority below ${votesInWords(value)}`,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'smallest')} majority at a by-election since ${ranking.since}, at ${votesInWords(ranking.value)}`,
  },
]

/** Seats that a government lost to the official opposition; who that was is a dated table. [REC4] */
const lostByGovernment = ({ governments }: Almanac): Query => {
  const counts = (entry: Entry): boolean => {
    const then = governmentOn(governments, entry.date)
    return isGain(entry) && entry.before === then?.government && entry.winner === then.opposition
  }
  return {
    id: 'lost-by-government',
    direction: 'highest',
    measure: ({ overturnedPoints }) => overturnedPoints,
    counts,
    most: 1,
    weight: 91,
    least: fewest,
    words: (_subject, ranking) =>
      `${superlative(ranking, 'safest')} seat that a government has lost to the official opposition at a by-election since ${ranking.since}, by a majority of ${decimal(ranking.value)} per cent`,
  }
}

/** The queries that compare a by-election with all of the almanac. [REC1–REC4] */
export const byElectionQueries = (almanac: Almanac): Query[] => [
  ...swings,
  ...overturned,
  lostByGovernment(almanac),
  ...others,
]
