import { comesBack } from '@night/client/comes-back'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('[LIFE6] a screen tries again after a quarter of a second to one and a quarter, however often it has failed', () => {
  const failures = fc.integer({ min: 0, max: 500 })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(failures, chance, (failures, chance) => {
      const wait = comesBack.after(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(250)
      expect(wait).toBeLessThanOrEqual(1250)
    }),
  )
  expect([comesBack.after(0, 0.5), comesBack.after(9, 0.5)]).toEqual([750, 1250])
  expect(comesBack.options.reconnectionDelayMax).toBe(1250)
})
