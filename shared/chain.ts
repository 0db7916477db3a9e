import type { NightEvent, UnplacedEvent } from './event.ts'

/** Hex digest of a text; handed in, since this room has no crypto. */
export type Sha256 = (text: string) => string

/** The last event's place in the log. An empty log is at seq 0 with an empty hash. */
export type Head = { readonly seq: number; readonly hash: string }
export const emptyHead: Head = { seq: 0, hash: '' }

/** JSON with the keys in order, so that equal values are equal texts. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
  return `{${pairs.join(',')}}`
}

/** Gives an event the next place after `head`: its seq and its hash. [LOG3] */
export const link = (head: Head, event: UnplacedEvent, sha256: Sha256): NightEvent => {
  const placed = { ...event, seq: head.seq + 1 }
  return { ...placed, hash: sha256(head.hash + canonical(placed)) }
}

/** True when the event follows `head` without a gap and its hash says so. [LOG3] */
export const follows = (head: Head, event: NightEvent, sha256: Sha256): boolean => {
  const { hash, ...rest } = event
  return event.seq === head.seq + 1 && hash === sha256(head.hash + canonical(rest))
}
