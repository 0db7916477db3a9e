import { partyOf } from '@night/shared/party'

const escape = '\u001B['

/** Two cells in a party's colour before its line; nothing where the terminal has no colours for it. [CLI4] */
export const chip = (party: string | null, bits: number): string => {
  if (bits < 8) return ''
  if (party === null) return '   '
  return `${escape}48;${colourOf(partyOf(party).colour, bits)}m  ${escape}0m `
}

const colourOf = (hex: string, bits: number): string => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  if (bits >= 24) return `2;${parts.join(';')}`
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Math.round((part / 255) * 5))
  return `5;${16 + 36 * red + 6 * green + blue}`
}

/** What stands under the lines is written over by the next of them. */
export const wipe = `\r${escape}K`
