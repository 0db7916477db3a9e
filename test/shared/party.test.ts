import { abbreviationToParty, knownParties, partyOf } from '@night/shared/party'
import { expect, test } from 'vitest'

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** WCAG's relative luminance of `#rrggbb`. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(colour.slice(at, at + 2)))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test.each([...knownParties(), partyOf('some-other-party')])(
  '[PTY1] the ink of $short can be read on its colour',
  ({ colour, ink }) => {
    expect(contrast(colour, ink)).toBeGreaterThanOrEqual(4.5)
  },
)

test('[PTY2] a party is known by the abbreviations that official files use', () => {
  expect(
    ['Lab', 'Lab Coop', 'BRX', 'Alliance', 'Comm L', 'M.A.D.', 'Spk'].map(abbreviationToParty),
  ).toEqual(['lab', 'lab', 'brx', 'apni', 'comm-l', 'm-a-d', 'spk'])
})

test.each([
  ['tusc', 'TUSC'],
  ['comm-l', 'COMM L'],
  ['cumbria-first', 'CUMBRIA FIRST'],
  ['communities-united-party', 'COMMUNITIES UNITED PARTY'],
  ['reclaim', 'RECLAIM'],
])('[PTY2] the party %s, which has no row, is printed as %s', (id, printed) => {
  expect(partyOf(id)).toMatchObject({ short: printed, name: printed, letter: printed[0] })
})
