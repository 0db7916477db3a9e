import type { Mode } from '@night/shared/night'
import type { End, Fate } from './send.ts'

/** How it goes with what was sent, in a sentence. [ENT6] */
export const fateWords = (fate: Fate, mode?: Mode): string => {
  switch (fate.state) {
    case 'sending':
      return 'Sending.'
    case 'unsent':
    case 'received':
      return fate.words
    case 'published':
      return mode === 'live' || mode === undefined
        ? `On air as event ${fate.seq}`
        : `On the screens of this ${mode} as event ${fate.seq}`
    case 'held':
      return `Held back for the desk: ${fate.reasons.map(({ words }) => words).join(' ')}`
    case 'rejected':
      return `The desk did not let it through: ${fate.words}`
    case 'refused':
      return `Not taken: ${fate.words}`
  }
}

/** Of what was published, once something else stands, or nothing. [ENT7] */
export const overtakenWords = (seq: number): string =>
  `Published as event ${seq}, which no longer stands`

/** What is still to be said of it when the page was loaded anew, or something was changed. [ENT6 ENT8] */
export const leftOverWords = (end: End): string =>
  end.state === 'refused' && end.token !== null
    ? 'Not sent yet: the token was refused. Send it again.'
    : fateWords(end)
