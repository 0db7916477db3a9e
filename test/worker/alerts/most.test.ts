import { AlertRules } from '@night/shared/alert/rules'
import { nothingCollected } from '@night/worker/alerts/rules/collected'
import { flush, match } from '@night/worker/alerts/rules/match'
import { expect, test } from 'vitest'
import { momentsOf } from '../../support/alerted.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { definitionOf, recordedLog } from '../../support/night.ts'

const election = '2024-07-04-general-election'
const nowAt = (time: string) => {
  const at = `2024-07-05T0${time}:00.000Z`
  return { at, wall: at }
}

test('[ALR10] a digest is one of the most in an hour', async () => {
  const declared = momentsOf(await definitionOf(election), await recordedLog(election)).filter(
    ({ event }) => event.kind === 'declared',
  )
  const rules = AlertRules.parse({ ...nothingOn, everyResult: true, mostInAnHour: 3 })
  const subscription = { rules }
  let collected = nothingCollected
  const heard: string[] = []
  const pass = (time: string): void => {
    const due = flush({ collected, subscription }, nowAt(time))
    collected = due.collected
    heard.push(...due.rows.map(() => time))
  }
  const hear = (time: string): void => {
    const moment = declared.shift()
    if (!moment) throw new Error('there are not as many')
    const now = nowAt(time)
    const matched = match({ subscription, collected, told: new Map() }, { ...moment, now })
    collected = matched.collected
    heard.push(...matched.rows.flatMap(({ state }) => (state === 'queued' ? time : [])))
  }
  // Two as they come, a rush that is collected, and one more.
  for (const time of ['2:00', '2:01', '2:02', '2:03']) hear(time)
  pass('2:05')
  hear('2:20')
  pass('2:59')
  expect(heard).toEqual(['2:00', '2:01', '2:05'])
  pass('3:00')
  hear('3:00')
  expect(heard).toEqual(['2:00', '2:01', '2:05', '3:00'])
})
