import { digestOf, restOf } from '@night/worker/alerts/rules/digest'
import { expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'

test('[ALR5] what was collected is worth delivering for as long as the longest of it', () => {
  const imminent = alertOf({ id: 'status-1', kind: 'status', tag: 'count-E14000986', ttl: 120 })
  expect(digestOf([alertOf(), imminent], false)).toMatchObject({ kind: 'digest', ttl: 900 })
})

test('[ALR9] what the desk says is read in its line', () => {
  const note = alertOf({
    id: 'note-9',
    kind: 'note',
    tag: 'desk-9',
    title: 'From the desk',
    body: 'Ann Lee, Editor: Boxes\nare late.',
  })
  const lines = 'LAB GAIN Tamworth from CON\nFrom the desk: Ann Lee, Editor: Boxes are late.'
  expect(digestOf([alertOf(), note], false).body).toBe(lines)
  const all = digestOf([alertOf(), alertOf({ id: 'other' }), note], false)
  expect(restOf(all, { all: 3, standing: [alertOf(), note] })?.body).toBe(lines)
})
