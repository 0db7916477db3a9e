import { baselineVotes } from './baseline.ts'
import { grouped, percentage, votesInWords } from './figures.ts'
import type { NightDefinition } from './night.ts'
import { isPerson, partyOf } from './party.ts'
import type { Check, Question, ReasonCode } from './reason.ts'
import { capitalised } from './tale.ts'

type ByKind = Readonly<Record<NightDefinition['kind'], number>>

/**
 * From where on figures that add up are still too odd to go out unseen. Measured on what the project has: both general
 * elections, 650 seats each, and the 34 by-elections from June 2017 to August 2026.
 */
const thresholds = {
  /** Points of turnout lost. Putney’s missing papers in 2024 made 17.6, 646 of that night’s seats lost less than 17; Southend West 2022 lost 47.7. */
  turnoutFell: { 'general-election': 17, 'by-elections': 45 },
  /** Points of turnout won. The most but Buckingham’s 13.0, where the Speaker had gone, was 7.9; Makerfield 2026 won 6.7. */
  turnoutRose: { 'general-election': 10, 'by-elections': 8 },
  /** Per cent of all papers. Chorley 2024, where the parties leave the Speaker alone, was 3.4; Southend West 2022, where they stood aside, 6.8. */
  rejected: { 'general-election': 5, 'by-elections': 10 },
  /** Points that a party’s share moved. Bradford West 2024 was 44.6, Rochdale 2024 43.9. */
  shareMoved: { 'general-election': 45, 'by-elections': 45 },
  /** Per cent for a party that did not stand last time. Clacton 2024 was 46.2, Rochdale 2024 39.7. */
  newcomerTook: { 'general-election': 50, 'by-elections': 50 },
  /** Per cent last time that make a party big: from there none fell to nothing. */
  bigParty: { 'general-election': 10, 'by-elections': 10 },
  /** Per cent that are nothing for a big party. The least was Reform UK’s 1.2 in Hartlepool 2021. */
  nothing: { 'general-election': 0.5, 'by-elections': 0.5 },
  /** Per cent last time that make a party known. */
  knownParty: { 'general-election': 3, 'by-elections': 3 },
  /** Votes that are too few for a known party: two digits. The least was 146. */
  fewForKnownParty: { 'general-election': 100, 'by-elections': 100 },
  /** Votes that are too few for anybody: one digit, as in 2019 in Uxbridge alone. By-elections draw people whom five vote for. */
  fewForAnybody: { 'general-election': 10, 'by-elections': 0 },
  /** Points that two parties moved together, in opposite directions. In 2024 many seats changed places as if swapped. */
  pairMoved: { 'general-election': 50, 'by-elections': 20 },
  /** What part of that may be left once their figures are exchanged. */
  pairLeft: { 'general-election': 0.5, 'by-elections': 0.6 },
  /** How many times the other one figure is at least: figures that are near make no odds, and change places every night. */
  pairApart: { 'general-election': 2.5, 'by-elections': 2.5 },
} as const satisfies Readonly<Record<string, ByKind>>

const share = (votes: number, valid: number): number => (100 * votes) / valid

/** A party now and last time; `before` is 0 where it did not stand. Independents and the Speaker are persons. */
type Standing = {
  readonly id: string
  readonly name: string
  readonly party: string
  readonly votes: number
  readonly now: number
  readonly before: number
  /** What it was last time, in words. */
  readonly was: string
  /** That, and what it would be now. */
  readonly words: string
}

const standings = ({ declaration, contest }: Question): Standing[] => {
  const { previous } = contest
  const { valid, votes } = declaration
  if (previous === null || valid === 0) return []
  const votesById = new Map(votes.map((row) => [row.candidate, row.votes]))
  return contest.candidates.flatMap(({ id, name, party }): Standing[] => {
    const own = votesById.get(id)
    if (own === undefined || isPerson(party)) return []
    const then = baselineVotes(previous, party)
    const was = `${then > 0 ? `had ${percentage(then, previous.valid)} per cent` : 'did not stand'} last time`
    const words = `${capitalised(partyOf(party).name)} ${was} and would have ${percentage(own, valid)} per cent now: ${votesInWords(own)} for ${name}.`
    const shares = { now: share(own, valid), before: share(then, previous.valid) }
    return [{ id, name, party, votes: own, ...shares, was, words }]
  })
}

/** A check of one party at a time, with what it asks of those that are odd. */
const eachParty =
  (
    code: ReasonCode,
    asks: string,
    isOdd: (one: Standing, kind: Question['kind']) => boolean,
  ): Check =>
  (question) => {
    const odd = standings(question).filter((one) => isOdd(one, question.kind))
    if (odd.length === 0) return null
    return { code, words: `${odd.map(({ words }) => words).join(' ')} ${asks}` }
  }

/** Without last time there is nothing that turnout could be unlike. */
const turnoutLikeBefore: Check = ({ declaration, contest, kind }) => {
  const { previous } = contest
  const { valid, electorate } = declaration
  if (previous === null) return null
  const known = contest.electorate || electorate
  const rose = share(valid, electorate) - share(previous.valid, known)
  if (rose <= thresholds.turnoutRose[kind] && -rose <= thresholds.turnoutFell[kind]) return null
  const asks = rose < 0 ? 'Are all papers in the count?' : 'Was nothing counted twice?'
  return {
    code: 'turnout-unlike-before',
    words: `Turnout would be ${percentage(valid, electorate)} per cent: ${grouped(valid)} of ${grouped(electorate)}. The ${grouped(previous.valid)} votes of last time are ${percentage(previous.valid, known)} per cent. ${asks}`,
  }
}

const fewRejected: Check = ({ declaration, kind }) => {
  const { valid, rejected } = declaration
  const papers = valid + (rejected ?? 0)
  if (rejected === null || 100 * rejected <= thresholds.rejected[kind] * papers) return null
  return {
    code: 'many-rejected',
    words: `${grouped(rejected)} of ${grouped(papers)} papers would be rejected, ${percentage(rejected, papers)} per cent. Is the figure right?`,
  }
}

const shareLikeBefore = eachParty('share-unlike-before', 'Is that right?', (one, kind) =>
  one.before > 0
    ? Math.abs(one.now - one.before) > thresholds.shareMoved[kind]
    : one.now > thresholds.newcomerTook[kind],
)

const isBigAtNothing = ({ now, before }: Standing, kind: Question['kind']): boolean =>
  before >= thresholds.bigParty[kind] && now < thresholds.nothing[kind]

const bigPartiesThere = eachParty('big-party-at-nothing', 'Is the figure right?', isBigAtNothing)

const typedToTheEnd: Check = (question) => {
  const { declaration, contest, kind } = question
  const partyById = new Map(standings(question).map((one) => [one.id, one]))
  const words = declaration.votes.flatMap(({ candidate, votes }) => {
    const party = partyById.get(candidate)
    const isKnown = party !== undefined && party.before >= thresholds.knownParty[kind]
    const few = isKnown ? thresholds.fewForKnownParty[kind] : thresholds.fewForAnybody[kind]
    if (votes >= few || (votes === 0 && isKnown && isBigAtNothing(party, kind))) return []
    const name = contest.candidates.find(({ id }) => id === candidate)?.name ?? candidate
    const was = isKnown ? `; ${partyOf(party.party).name} ${party.was}` : ''
    return [`${name} would have ${votesInWords(votes)}${was}.`]
  })
  if (words.length === 0) return null
  const asks = words.length === 1 ? 'Was the figure' : 'Were the figures'
  return { code: 'half-typed', words: `${words.join(' ')} ${asks} typed to the end?` }
}

type Pair = { readonly one: Standing; readonly other: Standing; readonly gained: number }

/**
 * The two parties that exchanging their figures would bring nearest to last time, where it would bring them near. Two
 * that moved the same way are never among them: exchanged, they are as far from it as before or farther.
 */
const swapped = (question: Question): Pair | null => {
  const all = standings(question).filter(({ before }) => before > 0)
  const { pairMoved, pairLeft, pairApart } = thresholds
  const { kind } = question
  const pairs = all.flatMap((one, place) =>
    all.slice(place + 1).flatMap((other): Pair[] => {
      const moved = Math.abs(one.now - one.before) + Math.abs(other.now - other.before)
      const left = Math.abs(other.now - one.before) + Math.abs(one.now - other.before)
      const isApart =
        Math.max(one.votes, other.votes) >= pairApart[kind] * Math.min(one.votes, other.votes)
      return isApart && moved > pairMoved[kind] && left < pairLeft[kind] * moved
        ? [{ one, other, gained: moved - left }]
        : []
    }),
  )
  return pairs.toSorted((a, b) => b.gained - a.gained)[0] ?? null
}

const inTheirPlaces: Check = (question) => {
  const pair = swapped(question)
  if (!pair) return null
  const { one, other } = pair
  return {
    code: 'looks-swapped',
    words: `${one.words} ${other.words} Do both figures stand in their places?`,
    suggestion: `Two figures exchanged would explain it: ${grouped(other.votes)} for ${one.name} and ${grouped(one.votes)} for ${other.name}.`,
  }
}

/** Figures that add up and are most likely wrong all the same; a second person may let them through. [CHK12–CHK16 CHK18] */
export const plausibility: readonly Check[] = [
  turnoutLikeBefore,
  fewRejected,
  shareLikeBefore,
  bigPartiesThere,
  typedToTheEnd,
  inTheirPlaces,
]
