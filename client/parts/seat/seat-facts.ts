import type { Seat } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { decimal, grouped, percentage } from '@night/shared/figures'
import { isWinKnown, sinceYear } from '@night/shared/held-since'
import type { RecordLine, Result } from '@night/shared/result'
import { asSentence, capitalised, worthSaying } from '@night/shared/tale'
import { dateWords } from '@night/shared/time'
import { shortName } from '../../seat-words.ts'
import { isRecord } from '../record-lines.ts'

export type Fact = { readonly label: string; readonly value: string; readonly note?: string }

type Against = Result['verdicts']['houseBefore']

const outcome = (party: string, { kind, from }: Against): string =>
  `${shortName(party)} ${kind}${kind === 'gain' && from !== null ? ` from ${shortName(from)}` : ''}`

/** Both verdicts, each with what it is measured against; the second only where it is known who held the seat. [SEA2] */
export const verdictFacts = ({ verdict, verdicts }: Result): Fact[] => [
  {
    label: `Against the ${verdict.against}`,
    value: outcome(verdict.party, verdicts.generalElection),
  },
  ...(verdicts.houseBefore.kind === 'win'
    ? []
    : [
        {
          label: 'Against the House before the poll',
          value: outcome(verdict.party, verdicts.houseBefore),
        },
      ]),
]

/** Turnout as the Commons Library counts it, and as returning officers do. [SEA3] */
export const turnoutFacts = ({ turnout }: Result): Fact[] => {
  const { valid, rejected, electorate } = turnout
  const whole = `of ${grouped(electorate)} electors`
  return [
    {
      label: 'Turnout, valid votes',
      value: `${percentage(valid, electorate)}%`,
      note: `${grouped(valid)} ${whole}`,
    },
    rejected === null
      ? { label: 'Turnout, all papers', value: 'unknown', note: 'rejected papers were not given' }
      : {
          label: 'Turnout, all papers',
          value: `${percentage(valid + rejected, electorate)}%`,
          note: `${grouped(valid + rejected)} papers, ${grouped(rejected)} rejected`,
        },
  ]
}

/** Who held the seat, as what and since when. */
export const holderFacts = ({ contest }: Pick<Seat, 'contest'>): Fact[] => {
  const { holder, heldSince, cause, predecessor, constituency } = contest
  return [
    holder !== null && { label: 'In the House before', value: shortName(holder) },
    heldSince !== null && heldSinceFact(heldSince),
    cause !== undefined && { label: 'Why there is a poll', value: capitalised(cause) },
    predecessor !== undefined && {
      label: 'Mostly the former',
      value: predecessor.name,
      note: `${decimal(predecessor.share * 100)}% of today’s area`,
    },
    { label: 'Region', value: constituency.region },
    { label: 'Code', value: constituency.id },
  ].filter((fact) => fact !== false)
}

const heldSinceFact = (heldSince: string): Fact =>
  isWinKnown(heldSince)
    ? { label: 'Won and held since', value: dateWords(heldSince) }
    : { label: 'Held since', value: sinceYear(heldSince) }

/** Votes are whole, points have a decimal. */
export const proofValue = (value: number): string =>
  Number.isInteger(value) ? grouped(value) : decimal(value)

/** A line as a sentence: "It is the second-highest by-election swing to Labour since 1945." */
export const recordSentence = (record: RecordLine): string =>
  `${capitalised(worthSaying([record]).length > 0 ? asSentence(record) : record.text)}.`

/** "Rank 2 · by-elections since 1945 · as at 19 October 2023". [SEA4] */
export const proofHead = (record: RecordLine): string =>
  [isRecord(record) && `rank ${record.rank}`, record.scope, `as at ${dateWords(record.asAt)}`]
    .filter((part) => part !== false)
    .map((part, place) => (place === 0 ? capitalised(part) : part))
    .join(' · ')

type Happening = {
  readonly seq: number
  readonly at: string
  readonly what: string
  readonly why: string | null
  readonly consequences: readonly string[]
}

/** What happened to a seat, the first first. [SEA5] */
export const happenings = (events: readonly NightEvent[]): Happening[] =>
  events.map((event) => ({ seq: event.seq, at: event.publishedAt, ...told(event) }))

type Told = Omit<Happening, 'seq' | 'at'>
const plain = (what: string): Told => ({ what, why: null, consequences: [] })

const told = (event: NightEvent): Told => {
  switch (event.kind) {
    case 'opened':
      return plain('The night was opened')
    case 'closed':
      return plain('The night was closed')
    case 'flash':
      return plain(event.words.line)
    case 'declared':
      return plain(`Declared: ${event.words.snap}`)
    case 'corrected':
      return {
        what: `Corrected, revision ${event.revision}: ${event.words.snap}`,
        why: event.reason,
        consequences: event.consequences.map(({ text }) => text),
      }
    case 'withdrawn':
      return {
        what:
          event.revision === 0
            ? 'The winner was withdrawn'
            : `Revision ${event.revision} was withdrawn`,
        why: event.reason,
        consequences: event.consequences.map(({ text }) => text),
      }
    case 'status':
      return { ...plain(capitalised(event.status)), why: event.text }
    case 'note':
      return { ...plain(event.text), why: speakerWords(event) }
  }
}

/** "Sarah Edwards, MP for Tamworth", or nothing. */
export const speakerWords = (note: {
  readonly speaker: string | null
  readonly role: string | null
  readonly source: string | null
}): string | null =>
  [note.speaker, note.role, note.source].filter((part) => part !== null).join(', ') || null
