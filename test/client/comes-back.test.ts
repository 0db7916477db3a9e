import { comesBack } from '@night/client/comes-back'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('[LIFE6] a screen tries again after half a second to one and a half, however often it has failed', () => {
  const failures = fc.integer({ min: 0, max: 500 })
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(failures, chance, (failures, chance) => {
      const wait = comesBack.after(failures, chance)
      expect(wait).toBeGreaterThanOrEqual(500)
      expect(wait).toBeLessThanOrEqual(1500)
    }),
  )
  expect([comesBack.after(0, 0), comesBack.after(0, 0.5), comesBack.after(9, 0.5)]).toEqual([
    500, 1000, 1500,
  ])
  expect(comesBack.options.reconnectionDelayMax).toBe(1500)
})
