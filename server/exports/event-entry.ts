import { withdrawnWords } from '@night/shared/words'
import type { NightEvent, ResultEvent, StatusEvent } from '@night/shared/event'
import { decimal, grouped } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import type { CandidateResult } from '@night/shared/result'
import { signed } from '@night/shared/tally/figure'
import { capitalised } from '@night/shared/tale'
import { clockTime } from '@night/shared/time'

/** What a feed reader shows of an event: one line, and what there is to say. Texts, never markup. */
type Said = { readonly title: string; readonly content: string }

export const eventToSaid = (event: NightEvent): Said => {
  switch (event.kind) {
    case 'opened':
      return {
        title: `${event.title}: the night is open`,
        content: `${event.constituencies} to declare.`,
      }
    case 'declared':
      return { title: event.words.snap, content: resultText(event) }
    case 'corrected':
      return {
        title: `CORRECTION: ${event.words.snap}`,
        content: `Why: ${event.reason}\n${undone(event.consequences)}\n${resultText(event)}`,
      }
    case 'withdrawn':
      return {
        title: `${withdrawnWords(event).toUpperCase()}: ${event.constituency.name}`,
        content: `Why: ${event.reason}\n${undone(event.consequences)}`,
      }
    case 'flash':
      return { title: event.words.line, content: `${event.winner.name}. Figures to follow.` }
    case 'status':
      return { title: statusTitle(event), content: event.text ?? '' }
    case 'note':
      return noteToSaid(event)
    case 'closed':
      return { title: 'The night is closed', content: event.words.roundUp }
  }
}

const undone = (consequences: readonly { readonly text: string }[]): string =>
  consequences.map(({ text }) => `No longer: ${text}\n`).join('')

const resultText = ({ words, result, records }: ResultEvent): string => {
  const { turnout } = result
  return [
    words.story,
    '',
    ...result.candidates.map(candidateLine),
    '',
    `Valid votes ${grouped(turnout.valid)}, electorate ${grouped(turnout.electorate)}.`,
    ...records.map(({ text }) => `${capitalised(text)}.`),
  ].join('\n')
}

/** "Sarah Edwards (Lab) 11,719, 45.8%, +22.1". */
const candidateLine = ({ name, party, votes, share, change }: CandidateResult): string => {
  const moved = change === null ? '' : `, ${signed(decimal(change * 100))}`
  return `${name} (${partyOf(party).short}) ${grouped(votes)}, ${decimal(share * 100)}%${moved}`
}

const statusTitle = ({ constituency, status, expectedAt }: StatusEvent): string => {
  const when = expectedAt === null ? '' : `, expected at ${clockTime(expectedAt)}`
  return `${constituency.name}: ${statusWords[status]}${when}`
}

const statusWords: Readonly<Record<StatusEvent['status'], string>> = {
  counting: 'counting',
  recount: 'recount',
  adjourned: 'count adjourned',
  expected: 'time moved',
  imminent: 'declaration imminent',
}

/** A title is a hundred characters at most; many a character is two for JavaScript, and half of one is none. */
const titleIn = /^.{0,100}/su

const noteToSaid = ({
  text,
  speaker,
  role,
  source,
  constituency,
}: Extract<NightEvent, { kind: 'note' }>): Said => {
  const where = constituency === null ? '' : `${constituency.name}: `
  const start = titleIn.exec(text)?.[0] ?? ''
  const short = start.length < text.length ? `${start.trimEnd()}…` : text
  const who = [speaker, role, source].filter((part) => part !== null).join(', ')
  return { title: where + short, content: who === '' ? text : `${text}\n${who}` }
}
