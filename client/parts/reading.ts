import type { Contest } from '@night/shared/contest'
import type { NightEvent } from '@night/shared/event'
import { createTalk, type Talk } from './talk.ts'

/** What was read, or why it cannot be, in words. */
export type Read<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly words: string }

export type WatchedContest = Contest & {
  /** What would be a record here. */
  readonly watch: readonly { readonly id: string; readonly text: string }[]
}

/** What a board leaves out, read when somebody wants it, and once. */
export type Books = {
  readonly contest: (constituency: string) => Promise<Read<WatchedContest | null>>
  /** The events about a seat, the first first, up to at least `seq`. */
  readonly eventsOf: (constituency: string, seq: number) => Promise<Read<readonly NightEvent[]>>
}

export const createBooks = (night: string, token: string | undefined): Books => {
  const path = `/api/nights/${encodeURIComponent(night)}`
  const talk = createTalk(() => token)
  let contests: Promise<Read<{ contests: readonly WatchedContest[] }>> | null = null
  return {
    contest: async (constituency) => {
      contests ??= talk.get(path)
      const read = await contests
      if (!read.ok) {
        contests = null
        return read
      }
      const found = read.answer.contests.find((contest) => contest.constituency.id === constituency)
      return { ok: true, answer: found ?? null }
    },
    eventsOf: createEventBook(path, talk),
  }
}

const isAbout = (event: NightEvent, constituency: string): boolean =>
  'constituency' in event && event.constituency?.id === constituency

const createEventBook = (path: string, talk: Talk): Books['eventsOf'] => {
  let held: readonly NightEvent[] = []
  let asking: Promise<Read<unknown>> = Promise.resolve({ ok: true, answer: null })
  const more = async (seq: number): Promise<Read<unknown>> => {
    // A replay that was wound back begins a new log: what is held is of another.
    if (held.length > seq) held = []
    if (held.length === seq) return { ok: true, answer: null }
    const read = await talk.get<{ events: readonly NightEvent[] }>(
      `${path}/events?since=${held.length}`,
    )
    if (read.ok) held = [...held, ...read.answer.events]
    return read
  }
  return async (constituency, seq) => {
    asking = asking.then(() => more(seq))
    const read = await asking
    return read.ok
      ? { ok: true, answer: held.filter((event) => isAbout(event, constituency)) }
      : read
  }
}
