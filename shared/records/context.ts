import { decimal, plural } from '../figures.ts'
import { sinceYear } from '../held-since.ts'
import { partyName, partyOf } from '../party.ts'
import type { RecordLine } from '../result.ts'
import { days, monthAndYear } from '../time.ts'
import type { Contest } from '../contest.ts'
import { since } from './by-elections.ts'
import { type Entry, isConOrLab, isPartyGain } from './entry.ts'
import { isSince, tableBegins, wholeSince } from './query.ts'

/** What a line of context is drawn from. */
type Background = {
  readonly subject: Entry
  readonly contest: Pick<Contest, 'heldSince' | 'predecessor' | 'constituency'>
  /** By-elections before this one, the earliest first. */
  readonly earlier: readonly Entry[]
  readonly asAt: string
  /** How far the table reaches, where the night is behind its end; else empty. */
  readonly reach: string
}
type Context = (background: Background) => RecordLine | null

const proofOf = (entry: Entry, value: number) => ({ name: entry.name, date: entry.date, value })

/** Years after which it is worth saying for how long a party has held a seat. */
const longEnough = 30

const heldSince: Context = ({ subject, contest, asAt }) => {
  if (!isPartyGain(subject) || contest.heldSince === null) return null
  const [year, now] = [contest.heldSince.slice(0, 4), asAt.slice(0, 4)]
  if (Number(now) - Number(year) < longEnough) return null
  return {
    id: 'held-since',
    text: `held by ${partyName(subject.before ?? '')} since ${sinceYear(contest.heldSince)}`,
    rank: 1,
    weight: 85,
    asAt,
    scope: `${contest.constituency.name} and the seats it came from`,
    proof: [
      {
        name: contest.constituency.name,
        date: contest.heldSince,
        value: Number(now) - Number(year),
      },
    ],
  }
}

const echo: Context = ({ subject, contest, earlier, asAt }) => {
  const lineage = new Set([contest.constituency.name, contest.predecessor?.name])
  const like = earlier.findLast(
    (entry) =>
      lineage.has(entry.name) &&
      entry.verdict === 'gain' &&
      entry.winner === subject.winner &&
      entry.before === subject.before,
  )
  if (!like?.swing || !isPartyGain(subject)) return null
  const { from, to, points } = like.swing
  const where =
    like.name === contest.constituency.name
      ? 'it'
      : `${like.name}, to which most of this seat belonged,`
  return {
    id: 'echo',
    text: `echo of ${like.date.slice(0, 4)}, when ${partyName(subject.winner)} gained ${where} from ${partyName(like.before ?? '')} at a by-election on a swing of ${decimal(points)} points from ${partyOf(from).short} to ${partyOf(to).short}`,
    rank: 1,
    weight: 65,
    asAt,
    scope: `by-elections ${since} in this seat and its predecessor`,
    proof: [proofOf(like, points)],
  }
}

/** Days within which an earlier by-election still belongs to the same story. */
const recently = 42

const inARow: Context = ({ subject, earlier, asAt }) => {
  if (!isPartyGain(subject)) return null
  const recent = earlier.filter(
    (entry) =>
      isPartyGain(entry) &&
      entry.winner === subject.winner &&
      entry.date < subject.date &&
      days(entry.date, subject.date) <= recently,
  )
  const last = recent.at(-1)
  if (!last) return null
  const ago = days(last.date, subject.date)
  const after = ago === 14 ? 'a fortnight' : plural(ago, 'day')
  return {
    id: 'in-a-row',
    text: `${after} after ${partyName(subject.winner)} gained ${last.name} from ${partyName(last.before ?? '')}`,
    rank: 1,
    weight: 50,
    asAt,
    scope: `by-elections of the last ${recently} days`,
    proof: recent.map((entry) => proofOf(entry, entry.swing?.points ?? 0)),
  }
}

/** Years after which a kind of gain is news again. */
const longAgo = 5

/** In Northern Ireland the table has no verdicts before 2010, and says nothing. */
const firstSince: Context = ({ subject, earlier, asAt, reach }) => {
  if (!isPartyGain(subject) || subject.country === 'Northern Ireland') return null
  const last = earlier.findLast(
    ({ verdict, winner, before }) =>
      verdict === 'gain' && winner === subject.winner && before === subject.before,
  )
  if (last && Number(asAt.slice(0, 4)) - Number(last.date.slice(0, 4)) < longAgo) return null
  const until = last ? `since ${last.name} in ${monthAndYear(last.date)}` : `${since} at least`
  return {
    id: 'first-gain-since',
    text: `first by-election gain by ${partyName(subject.winner)} from ${partyName(subject.before ?? '')} ${until}${reach}`,
    rank: 1,
    weight: 70,
    asAt,
    scope: `by-elections ${since}`,
    proof: last ? [proofOf(last, last.swing?.points ?? 0)] : [],
  }
}

/** Since when the table has every swing between two parties. [REC2] */
const pairsKnownSince = (
  { from, to }: NonNullable<Entry['swing']>,
  earlier: readonly Entry[],
): number => {
  const isWhole = isConOrLab(from) && isConOrLab(to)
  const gap = isWhole ? undefined : earlier.findLast(({ isConLabOnly }) => isConLabOnly)
  return gap ? wholeSince(gap.date, earlier) : tableBegins
}

/** How many earlier swings between the same two parties are told. */
const fewLately = 3

const pairLately: Context = ({ subject, earlier, asAt, reach }) => {
  const { swing } = subject
  if (!swing) return null
  const since = pairsKnownSince(swing, earlier)
  const like = earlier
    .filter((entry) => entry.swing?.from === swing.from && entry.swing.to === swing.to)
    .filter((entry) => isSince(entry, since))
    .slice(-fewLately)
    .toReversed()
  if (like.length === 0) return null
  const list = like.map((entry) => `${decimal(entry.swing?.points ?? 0)} in ${entry.name}`)
  return {
    id: 'pair-lately',
    text: `swing from ${partyOf(swing.from).short} to ${partyOf(swing.to).short} at earlier by-elections since ${since}${reach}, the latest first: ${list.join(', ')}`,
    rank: 1,
    weight: 15,
    asAt,
    scope: `by-elections since ${since}`,
    proof: like.map((entry) => proofOf(entry, entry.swing?.points ?? 0)),
  }
}

const contexts: readonly Context[] = [heldSince, echo, inARow, firstSince, pairLately]

/** What came before a by-election and belongs to it. [REC5] */
export const contextOf = (background: Background): RecordLine[] =>
  contexts.map((context) => context(background)).filter((line) => line !== null)
