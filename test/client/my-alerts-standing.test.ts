import { readAlert } from '@night/client/push/read-alert'
import { arrive } from '@night/client/push/standing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alertOf } from '../support/alert.ts'

const flash = alertOf({ id: 'flash', seq: 2 })
const figures = alertOf({ id: 'figures', seq: 3, update: true })

test('[ALR60 ALR61] whatever order pushes come in, the last that is shown is the newest, and each id sounds once', () => {
  const messages = [
    flash,
    figures,
    alertOf({ id: 'again', seq: 5 }),
    alertOf({ id: 'more', seq: 9 }),
  ]
  const orders = fc.array(fc.constantFrom(...messages), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(orders, (order) => {
      let standing = null
      const loud: string[] = []
      for (const message of order) {
        const arrival = arrive(standing, message)
        standing = arrival.standing
        if (!arrival.isQuiet) loud.push(arrival.show.id)
        expect(arrival.show).toBe(standing.newest)
      }
      expect(standing?.newest.seq).toBe(Math.max(...order.map(({ seq }) => seq)))
      expect(new Set(loud).size).toBe(loud.length)
    }),
  )
})

test('[ALR63] an update makes no sound where its tag stands, and one where nothing does; quiet hours never do', () => {
  expect(arrive(null, figures).isQuiet).toBe(false)
  expect(arrive(arrive(null, flash).standing, figures).isQuiet).toBe(true)
  expect(arrive(null, { ...flash, silent: true }).isQuiet).toBe(true)
  const second = alertOf({ id: 'test-2', seq: 0 })
  const first = arrive(null, alertOf({ id: 'test-1', seq: 0 })).standing
  expect(arrive(first, second)).toMatchObject({ show: second, isQuiet: false })
})

test('[ALR62] what cannot be read as an alert is none', () => {
  expect(readAlert(JSON.stringify(flash))).toEqual(flash)
  const wrong = [
    undefined,
    '',
    'x',
    'null',
    '[]',
    '{"title":"x"}',
    JSON.stringify({ ...flash, seq: 'x' }),
  ]
  expect(wrong.map(readAlert)).toEqual(wrong.map(() => null))
})
