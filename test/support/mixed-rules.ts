import type { AlertRules } from '@night/shared/alert/rules'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { z } from 'zod'
import { alertedBy, type Asked, momentsOf } from './alerted.ts'

type Rules = z.input<typeof AlertRules>

/** Nothing of what is on by itself. */
export const nothingOn = {
  gains: null,
  upsets: false,
  keySeats: false,
  records: false,
  milestones: false,
  desk: false,
} as const satisfies Rules

/** The rules of the newsroom's phone number `place`: gains only, a few seats, a region, a party, all, what is new. */
export const mixedRules = ({ contests }: NightDefinition, place: number): Rules => {
  const seats = [1, 7, 31, 97].map((step) => contests[(place * step) % contests.length])
  const mine = seats.flatMap((contest) => (contest ? [contest.constituency.id] : []))
  const region = contests[place % contests.length]?.constituency.region ?? ''
  const kinds: readonly Rules[] = [
    { ...nothingOn, gains: {} },
    { ...nothingOn, seats: mine },
    { ...nothingOn, gains: { regions: [region] } },
    { ...nothingOn, gains: { parties: ['ld'] }, milestones: true },
    { ...nothingOn, everyResult: true },
    { seats: mine },
  ]
  return kinds[place % kinds.length] ?? nothingOn
}

/** The ids that such a phone has to get of a night, each once. */
export const expectedOf = (moments: readonly Asked[], rules: Rules): string[] =>
  alertedBy(moments, rules).sent.map(({ id }) => id)

/** A night that is told so fast that nothing is due by the wall's clock. */
export const toldAtOnce = (definition: NightDefinition, events: readonly NightEvent[]): Asked[] =>
  momentsOf(definition, events, () => '2026-01-01T00:00:00.000Z')
