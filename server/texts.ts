import type { NightEvent } from '@night/shared/event'

const texts = new WeakMap<NightEvent, string>()

/** An event as JSON, made once however many ask for it. */
export const eventText = (event: NightEvent): string => {
  const known = texts.get(event)
  if (known !== undefined) return known
  const text = JSON.stringify(event)
  texts.set(event, text)
  return text
}
