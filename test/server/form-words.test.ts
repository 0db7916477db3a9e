import { formWords } from '@night/server/form-words'
import { Declaration } from '@night/shared/declaration'
import { NightId } from '@night/shared/night'
import { expect, test } from 'vitest'
import { declarationOf, october, tamworth } from '../support/night.ts'

test('[SEC5] of a figure that has to be more than nothing it is not said that nothing would do', async () => {
  const declaration = await declarationOf(october, tamworth)
  const wordsOf = (change: object): string | undefined => {
    const parsed = Declaration.safeParse({ ...declaration, ...change })
    return parsed.error && formWords(parsed.error)
  }
  expect(wordsOf({ electorate: 0 })).toBe('electorate has to be more than 0.')
  expect(wordsOf({ valid: -1 })).toBe('valid has to be 0 or more.')
  expect(wordsOf({ votes: [] })).toBe('votes has to be a list of 1 item or more.')
})

test('[SEC5] what a night’s name may be is said whole, its length too', () => {
  for (const name of ['r1', '-tonight', 'Tonight', 'n'.repeat(81)]) {
    const { error } = NightId.safeParse(name)
    expect(error && formWords(error)).toBe(
      'three to eighty small letters, digits and hyphens, the first no hyphen.',
    )
  }
})

test('[SEC5] of what is not known in a form three are named, however many there are', async () => {
  const declaration = await declarationOf(october, tamworth)
  const wordsWith = (count: number): string | undefined => {
    const more = Array.from({ length: count }, (_, place) => [`more${place}`, 1])
    const parsed = Declaration.safeParse({ ...declaration, ...Object.fromEntries(more) })
    return parsed.error && formWords(parsed.error)
  }
  expect(wordsWith(3)).toBe('“more0”, “more1”, “more2” is not known here.')
  expect(wordsWith(2500)).toBe('“more0”, “more1”, “more2” and 2497 more is not known here.')
})
