import { NightDefinition } from '@night/shared/night'
import { Seen } from '@night/shared/seen'
import { expect, test } from 'vitest'
import { definitionOf, october } from '../support/night.ts'

test.each([
  ['a word turned round', 'Anna \u202Enoitcele\u202C \u2066Berg\u2069', 'Anna noitcele Berg'],
  ['what only shapes others', 'Al\u206Aice\u206F Co\u034Fle\uFE0F', 'Alice Cole'],
  ['fillers', 'Al\u115Fice\u180E \u3164Cole\uFFA0', 'Alice Cole'],
  ['letters that are tags', 'Alice\u{E0020}\u{E0042} Cole', 'Alice Cole'],
  ['notes between lines', 'Alice\uFFF9 Cole\uFFFAx\uFFFB', 'Alice Colex'],
  ['controls', 'Al\u0007ice\u001B Co\u009Ble\u007F', 'Alice Cole'],
  ['a flag that tags spell', 'Aye \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E007F}!', 'Aye !'],
  ['what is seen', 'Áine Ní Chléirigh 🏴 李\tNo', 'Áine Ní Chléirigh 🏴 李\tNo'],
])('[SEC14] of %s only what can be seen comes in', (_what, sent, seen) => {
  expect(Seen.parse(sent)).toBe(seen)
})

test('[SEC14] nothing that cannot be seen comes in with a night, in whichever of its texts', async () => {
  const { contests, ...night } = await definitionOf(october)
  const written = { ...night, title: hidden(night.title), contests: withHidden(contests) }
  expect(NightDefinition.parse(written)).toEqual({ ...night, contests })
})

const hidden = (text: string): string => `\u202E${text.slice(0, 1)}\u200B${text.slice(1)}\u{E0042}`

/** Every text of a contest with something in it that cannot be seen; forms and ids that have one are as they were. */
const withHidden = (part: unknown, place = ''): unknown => {
  if (typeof part === 'string') return fixed.has(place) ? part : hidden(part)
  if (Array.isArray(part)) return part.map((one) => withHidden(one))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, one]) => [name, withHidden(one, name)]),
  )
}

const fixed = new Set(['id', 'heldSince', 'expectedAt'])
