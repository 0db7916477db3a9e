import { createHash } from 'node:crypto'
import type { NightEvent } from '@night/shared/event'

/**
 * The text that stands for a value, whatever the order its keys were written in. Written a second time, from what the
 * specification says and not from the house's own, so that a fault there is not believed here. [LOG3]
 */
export const ownCanonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map((one) => ownCanonical(one)).join()}]`
  const inner = new Map<string, unknown>(Object.entries(value))
  let text = ''
  for (const key of [...inner.keys()].toSorted()) {
    const one = inner.get(key)
    if (one !== undefined) text += `${text && ','}${JSON.stringify(key)}:${ownCanonical(one)}`
  }
  return `{${text}}`
}

/** The hash that an event must have after the one before it; '' before the first. */
export const ownHash = (before: string, { hash: _hash, ...rest }: NightEvent): string =>
  createHash('sha256').update(before).update(ownCanonical(rest)).digest('hex')
