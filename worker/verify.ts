import { emptyHead, follows, type Head } from '@night/shared/chain'
import { NightEvent } from '@night/shared/event'
import { sha256 } from './sha256.ts'

/** What stands at one place of a log, as it is kept: its text, and what a stream has noted beside it. */
export type Entry = {
  readonly text: string
  /** Where the log keeps it; in a stream that is looked up by number, this has to be the event's own. */
  readonly place: number
  /** The hash beside the text, where one is kept there. */
  readonly hash: string | null
}

/** `seq` is the first place that does not hold what was written there. */
type Broken =
  | { readonly kind: 'unreadable'; readonly seq: number }
  | { readonly kind: 'altered'; readonly seq: number; readonly event: NightEvent }
  | { readonly kind: 'missing'; readonly seq: number; readonly last: number }
  | { readonly kind: 'swapped'; readonly seq: number; readonly other: number }
  | { readonly kind: 'put-in'; readonly seq: number; readonly event: NightEvent }
  | { readonly kind: 'repeated'; readonly seq: number; readonly event: NightEvent }
  | { readonly kind: 'misplaced'; readonly seq: number; readonly event: NightEvent }
  | { readonly kind: 'cut-back'; readonly seq: number; readonly last: number }
export type Verdict =
  | { readonly kind: 'whole'; readonly events: number; readonly head: string }
  | Broken

/**
 * Goes through a night's log and says whether each event follows the one before, or which is the first that does not,
 * and what was done to it. `written` is the highest place that is known to have been written, since a chain alone
 * cannot say that its end is missing. [LOG10]
 */
export const verify = (entries: readonly Entry[], written = 0): Verdict => {
  const events = entries.map(eventIn)
  let head: Head = emptyHead
  for (const [place, event] of events.entries()) {
    const entry = entries[place]
    if (!event || !follows(head, event, sha256) || (entry?.hash ?? event.hash) !== event.hash) {
      return whatWasDone(events, place, head)
    }
    if (entry?.place !== event.seq) return { kind: 'misplaced', seq: event.seq, event }
    head = event
  }
  if (head.seq < written) return { kind: 'cut-back', seq: head.seq + 1, last: written }
  return { kind: 'whole', events: events.length, head: head.hash }
}

const eventIn = ({ text }: Entry): NightEvent | null => {
  try {
    return NightEvent.parse(JSON.parse(text))
  } catch {
    return null
  }
}

type Events = readonly (NightEvent | null)[]

/** Up to `head` all is well, and what stands at `place` does not follow it. */
const whatWasDone = (events: Events, place: number, head: Head): Broken => {
  const seq = head.seq + 1
  const event = events[place]
  if (!event) return { kind: 'unreadable', seq }
  const later = events.slice(place + 1).filter((one) => one !== null)
  if (later.some((one) => follows(head, one, sha256))) {
    const isMoved = event.seq > seq && isOfThisLog(events, event)
    return isMoved && later.every((one) => one.seq !== event.seq)
      ? { kind: 'swapped', seq, other: event.seq }
      : { kind: 'put-in', seq, event }
  }
  if (event.seq < seq) return { kind: 'repeated', seq, event }
  if (event.seq === seq) return { kind: 'altered', seq, event }
  if (later.some((one) => one.seq === seq)) return { kind: 'swapped', seq, other: event.seq }
  const after = [event, ...later].map((one) => one.seq).filter((one) => one > seq)
  return { kind: 'missing', seq, last: Math.min(...after) - 1 }
}

/** Whether an event follows any other that stands there, in whatever order. */
const isOfThisLog = (events: Events, event: NightEvent): boolean =>
  events.some((one) => one !== null && follows(one, event, sha256))
