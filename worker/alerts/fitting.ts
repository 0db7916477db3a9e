import type { AlertMessage } from '@night/shared/alert/message'

/** Bytes of text that one encrypted push has room for. RFC 8291, 4 */
const mostBytes = 3993

/**
 * A message as a push carries it, its body cut at a word where it is too long; null where even without a body it is.
 * [ALR23]
 */
export const fittingText = (message: AlertMessage): string | null => {
  const whole = JSON.stringify(message)
  if (fits(whole)) return whole
  const cuts = [0, ...[...message.body.matchAll(/\s+/g)].map(({ index }) => index)]
  const cutAt = (place: number): string =>
    JSON.stringify({ ...message, body: `${message.body.slice(0, cuts[place])}…` })
  let least = 0
  let most = cuts.length - 1
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(cutAt(middle))) least = middle
    else most = middle - 1
  }
  const text = cutAt(least)
  return fits(text) ? text : null
}

const fits = (text: string): boolean => Buffer.byteLength(text) <= mostBytes
