import { digestOf } from '@night/worker/alerts/rules/digest'
import { expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'

test('[ALR5] what was collected is worth delivering for as long as the longest of it', () => {
  const imminent = alertOf({ id: 'status-1', kind: 'status', tag: 'count-E14000986', ttl: 120 })
  expect(digestOf([alertOf(), imminent], false)).toMatchObject({ kind: 'digest', ttl: 900 })
})
