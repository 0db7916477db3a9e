import { withdrawnWords } from '@night/shared/words'
import type { NightEvent } from '@night/shared/event'
import { clockTime } from '@night/shared/time'
import { plainLine } from './say.ts'

/** An event as one line of a terminal. [CLI4] */
export const eventLine = (event: NightEvent): string => plainLine(lineOf(event))

const lineOf = (event: NightEvent): string => {
  switch (event.kind) {
    case 'opened':
      return event.title
    case 'flash':
    case 'declared':
      return event.words.line
    case 'corrected':
      return `CORRECTION: ${event.words.line} (${event.reason})`
    case 'withdrawn':
      return `${headOf(event)}: ${withdrawnWords(event).toUpperCase()}: ${event.reason}`
    case 'status':
      return `${headOf(event)}: ${[statusWords[event.status], event.text].filter(Boolean).join(', ')}`
    case 'note':
      return `${headOf(event)}: ${[event.text, event.speaker, event.role].filter(Boolean).join(', ')}`
    case 'closed':
      return `${clockTime(event.at)} ${event.words.roundUp}`
  }
}

const headOf = ({ at, constituency }: { at: string; constituency: { name: string } | null }) =>
  constituency ? `${clockTime(at)} ${constituency.name}` : clockTime(at)

const statusWords = {
  counting: 'counting',
  recount: 'recount',
  adjourned: 'count adjourned',
  expected: 'expected at another time',
  imminent: 'declaration imminent',
} as const

/** The party whose the line is; null where it is nobody's. */
export const partyOfLine = (event: NightEvent): string | null => {
  switch (event.kind) {
    case 'flash':
      return event.winner.party
    case 'declared':
    case 'corrected':
      return event.result.verdict.party
    case 'opened':
    case 'withdrawn':
    case 'status':
    case 'note':
    case 'closed':
      return null
  }
}
