import { AlertRules } from '@night/shared/alert/rules'
import { type Collected, nothingCollected } from '@night/worker/alerts/rules/collected'
import { flush, match } from '@night/worker/alerts/rules/match'
import type { Matched } from '@night/worker/alerts/rules/matched'
import { beforeAll, expect, test } from 'vitest'
import { type Asked, momentsOf } from '../../support/alerted.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { definitionOf, recordedLog } from '../../support/night.ts'
import { present } from '../../support/present.ts'

const election = '2024-07-04-general-election'
let declared: readonly Asked[]
beforeAll(async () => {
  const moments = momentsOf(await definitionOf(election), await recordedLog(election))
  declared = moments.filter(({ event }) => event.kind === 'declared')
})

const wallAt = (time: string): string => `2024-07-05T0${time}:00.000Z`
const mutedUntil = wallAt('2:30')
const afterwards = { at: '', wall: wallAt('2:31') }
const seatOf = ({ event }: Asked): string =>
  event.kind === 'declared' ? event.constituency.id : ''
const hear = (
  collected: Collected,
  moment: Asked,
  { rules, time }: { readonly rules: AlertRules; readonly time: string },
): Matched => {
  const now = { at: moment.event.at, wall: wallAt(time) }
  return match({ subscription: { rules }, collected, told: new Map() }, { ...moment, now })
}

test('[ALR10] what the most in an hour does not concern comes when the mute ends, however many came before it', () => {
  const [one, two, mine] = [present(declared[0]), present(declared[1]), present(declared[2])]
  const rules = AlertRules.parse({
    ...nothingOn,
    everyResult: true,
    seats: [seatOf(mine)],
    mostInAnHour: 1,
  })
  const muted = { ...rules, mutedUntil }
  const dueOf = ({ collected }: Matched) =>
    flush({ collected, subscription: { rules } }, afterwards).rows.map(
      ({ message }) => message.kind,
    )
  const first = hear(nothingCollected, one, { rules, time: '2:00' })
  const second = hear(first.collected, two, { rules: muted, time: '2:05' })
  expect(first.rows.map(({ state }) => state)).toEqual(['queued'])
  expect(dueOf(second)).toEqual([])
  expect(dueOf(hear(second.collected, mine, { rules: muted, time: '2:10' }))).toEqual(['digest'])
})

test('[ALR10] in quiet hours what a mute held back makes a sound only where my seats are in it', () => {
  const [other, mine] = [present(declared[0]), present(declared[1])]
  const rules = AlertRules.parse({
    ...nothingOn,
    everyResult: true,
    seats: [seatOf(mine)],
    atCount: true,
    quiet: { from: '00:00', to: '09:00' },
  })
  const heard = (...moments: readonly Asked[]) => {
    const collected = moments.reduce(
      (before, moment) =>
        hear(before, moment, { rules: { ...rules, mutedUntil }, time: '2:00' }).collected,
      nothingCollected,
    )
    return flush({ collected, subscription: { rules } }, afterwards).rows.map(
      ({ message }) => message.silent,
    )
  }
  expect(heard(other)).toEqual([true])
  expect(heard(other, mine)).toEqual([false])
})
