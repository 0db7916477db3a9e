import { plainView, searchOf, type View, viewOf } from '@night/client/desk/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const view = fc.record<View>({
  text: fc.string(),
  show: fc.constantFrom('all', 'gain', 'overdue', 'recount'),
  party: fc.constantFrom('', 'lab', 'con'),
  place: fc.constantFrom('', 'London', 'Northern Ireland'),
  sort: fc.constantFrom('changed', 'name', 'majority', 'time'),
  down: fc.boolean(),
  seat: fc.constantFrom('', 'E14000986'),
  notes: fc.boolean(),
  says: fc.constantFrom('everything', 'listed', 'nothing'),
})

test('[DSK1] whatever an editor looks at stands in the address, and the address gives it back', () => {
  fc.assert(
    fc.property(view, (view) => {
      expect(viewOf(searchOf('a-night', view))).toEqual(view)
    }),
  )
})

test('[DSK1] a plain view has a plain address, and an address that asks for nonsense is plain', () => {
  expect(searchOf('a-night', plainView)).toBe('?night=a-night')
  expect(viewOf('?night=a-night&show=nonsense&sort=%00&says=aloud')).toEqual(plainView)
})

test('[DSK14] the address says what is spoken', () => {
  expect(searchOf('a-night', { ...plainView, says: 'listed' })).toBe('?night=a-night&says=listed')
  expect(viewOf('?night=a-night&says=nothing')).toEqual({ ...plainView, says: 'nothing' })
})
