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

/** Linear red, green and blue as somebody sees them who has no cones for green (Machado and others, 2009). */
const withoutGreen = (colour: string): readonly number[] => {
  const light = [1, 3, 5].map((at) => channel(colour.slice(at, at + 2)))
  const seen = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ].map((row) => row.reduce((sum, part, at) => sum + part * (light[at] ?? 0), 0))
  return seen.map((part) => Math.min(1, Math.max(0, part)))
}

/** CIE's L*, a*, b*, in which a distance of two is just seen. */
const perceived = ([red = 0, green = 0, blue = 0]: readonly number[]): readonly number[] => {
  const [x = 0, y = 0, z = 0] = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83,
  ].map((part) => (part > 0.008_856 ? Math.cbrt(part) : 7.787 * part + 16 / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const apart = (one: string, other: string): number => {
  const [a, b] = [one, other].map((id) => perceived(withoutGreen(partyOf(id).colour)))
  return Math.hypot(...(a ?? []).map((part, at) => part - (b?.[at] ?? 0)))
}

test('[PTY3] who sees no green can tell the parties of Northern Ireland apart, and the DUP from Labour', () => {
  const there = ['dup', 'sf', 'sdlp', 'apni', 'uup', 'tuv']
  const pairs = [
    ...there.flatMap((one, at) => there.slice(at + 1).map((other) => [one, other] as const)),
    ['dup', 'lab'] as const,
  ]
  const alike = pairs.filter(([one, other]) => apart(one, other) < 15)
  expect(alike).toEqual([])
})

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

test.each(['constructor', '__proto__', 'toString', 'valueOf'])(
  '[PTY2] %s is a party without a row like any other, whatever every object has under that name',
  (id) => {
    const words = id.replaceAll('-', ' ').toUpperCase()
    expect(partyOf(id)).toMatchObject({ id, short: words, name: words })
  },
)

test('[PTY2] an abbreviation that every object has under that name is a party of that abbreviation', () => {
  expect(['Constructor', '__proto__'].map(abbreviationToParty)).toEqual(['constructor', 'proto'])
})
