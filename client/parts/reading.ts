import type { Head } from '@night/shared/chain'
import type { Contest } from '@night/shared/contest'
import type { NightEvent } from '@night/shared/event'
import { createTalk, type Talk } from './talk.ts'

/** What was read, or why it cannot be, in words. */
export type Read<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly status: number; readonly words: string }

export type WatchedContest = Contest & {
  /** What would be a record here. */
  readonly watch: readonly { readonly id: string; readonly text: string }[]
}

/** What a board leaves out, read when somebody wants it, and once. */
export type Books = {
  readonly contest: (constituency: string) => Promise<Read<WatchedContest | null>>
  /** The events about a seat, the first first, up to `head`. */
  readonly eventsOf: (constituency: string, head: Head) => Promise<Read<readonly NightEvent[]>>
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
  const more = async (head: Head): Promise<Read<unknown>> => {
    if (held[head.seq - 1]?.hash === head.hash) return { ok: true, answer: null }
    // The last event that is held comes once more: where it is another, what is held is of another log.
    const last = held.at(-1)
    const since = last ? last.seq - 1 : 0
    const read = await talk.get<{ events: readonly NightEvent[] }>(`${path}/events?since=${since}`)
    if (!read.ok) return read
    const { events } = read.answer
    if (last && events[0]?.hash !== last.hash) {
      held = []
      return more(head)
    }
    held = [...held.slice(0, -1), ...events]
    return read
  }
  return async (constituency, head) => {
    asking = asking.then(() => more(head))
    const read = await asking
    return read.ok
      ? {
          ok: true,
          answer: held.slice(0, head.seq).filter((event) => isAbout(event, constituency)),
        }
      : read
  }
}
