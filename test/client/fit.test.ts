import { cutTo, emsOf, fit } from '@night/client/fit'
import { expect, test } from 'vitest'

const reason =
  'Lichfield District Council, which counts for the acting returning officer, has written to say that a bundle of 1,400 ballot papers was added to the wrong pile.'

test('[WALL16] a reason that is longer than its line loses its end at a word, and is set no smaller than four fifths', () => {
  expect(cutTo('A bundle was missed', 16)).toBe('A bundle was missed')
  const cut = cutTo(reason, 16)
  expect(cut).toBe('Lichfield District Council, which counts for the acting…')
  expect(Number(fit(cut, 16, 100)['--scale'])).toBeGreaterThanOrEqual(0.8)
  expect(cutTo(reason, 3)).toBe('Lichfield…')
  expect(cutTo('Council, which counts', 2.5)).toBe('Council…')
  expect(emsOf('Mi')).toBeCloseTo(1.24)
})
