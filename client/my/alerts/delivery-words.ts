import type { Delivery } from '@night/shared/alert/message'
import { clockTime } from '@night/shared/time'

/** What became of an alert, as far as anybody knows. [ALR72] */
export const deliveryWords = ({ state, acknowledged, why, tries }: Delivery): string => {
  if (acknowledged !== null) return `delivered ${clockTime(acknowledged)}`
  switch (state) {
    case 'collected':
      return 'in a digest'
    case 'queued':
      return why === null ? 'on its way' : `trying again: ${why}`
    case 'sent':
      return 'sent, not confirmed'
    case 'refused':
      return `failed: ${why ?? 'the push service refused it'}`
    case 'parked':
      return `given up after ${tries} tries: ${why ?? 'nobody answered'}`
    case 'gone':
      return `failed: ${why ?? 'this phone could not be reached any more'}`
    case 'late':
      return `not sent: ${why ?? 'it had become too old'}`
  }
}

/** Whether somebody has to know that it went wrong. */
export const isFailed = ({ state, acknowledged }: Delivery): boolean =>
  acknowledged === null && (state === 'refused' || state === 'parked' || state === 'gone')

/** "Last confirmed by this phone at 2.45am." [ALR72] */
export const confirmedWords = (deliveries: readonly Delivery[]): string => {
  const [last] = deliveries
    .map(({ acknowledged }) => acknowledged)
    .filter((at) => at !== null)
    .toSorted()
    .toReversed()
  return last === undefined
    ? 'This phone has confirmed no alert yet. A test shows whether it can.'
    : `Last confirmed by this phone at ${clockTime(last)}.`
}

/** The mark that a title begins with where the night is not live, apart from what it says. */
export const marked = (title: string): { readonly mark: string | null; readonly text: string } => {
  const [, mark = null, text = title] = /^(TEST|REPLAY) (.*)$/s.exec(title) ?? []
  return { mark, text }
}
