import type { AlertMessage } from '@night/shared/alert/message'
import type { NightEvent } from '@night/shared/event'
import { OpenMode } from '@night/shared/night'

/** Seconds for which a message is worth delivering. [ALR5] */
export const ttl = { imminent: 120, news: 900, correction: 6 * 3600 } as const

/** What is not live says so in its first word, wherever it turns up. */
const marks: Readonly<Record<OpenMode, string>> = {
  live: '',
  rehearsal: 'TEST ',
  replay: 'REPLAY ',
}

/** A recorded night sends nothing, so it has no messages. */
const openMode = ({ mode, night }: Pick<NightEvent, 'mode' | 'night'>): OpenMode => {
  if (mode === 'recorded') throw new Error(`${night} is a recording and cannot alert anybody.`)
  return mode
}

type Words = Pick<AlertMessage, 'id' | 'kind' | 'tag' | 'title' | 'body' | 'path'> &
  Partial<Pick<AlertMessage, 'urgent' | 'ttl' | 'update' | 'silent'>>

/** A message about an event, with what is usual where nothing else is said. */
export const messageOf = (
  event: Pick<NightEvent, 'night' | 'mode' | 'seq' | 'at'>,
  words: Words,
): AlertMessage => {
  const mode = openMode(event)
  const { night, seq, at } = event
  return {
    urgent: false,
    update: false,
    silent: false,
    ttl: ttl.news,
    ...words,
    night,
    mode,
    seq,
    at,
    title: marks[mode] + words.title,
  }
}

export const seatPath = (night: string, constituency: string): string =>
  `/seat/${constituency}?night=${night}`
export const myPath = (night: string): string => `/my?night=${night}`

/** What all messages of a seat have in common: the later takes the place of the earlier. */
export const seatTag = (constituency: string): string => `seat-${constituency}`

/** What all messages of how a seat's count goes have in common. */
export const countTag = (constituency: string): string => `count-${constituency}`
