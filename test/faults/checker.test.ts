import fc from 'fast-check'
import { expect, test } from 'vitest'
import { present } from '../support/present.ts'
import { check } from './checker.ts'
import { bounds, type Plan, tell } from './good-history.ts'
import { tellPutBack } from './good-put-back.ts'
import { recordedNight } from './good-night.ts'
import { as } from './good-told.ts'
import { type HistoryLine, historyText, parseHistory } from './history.ts'
import type { Mutation } from './mutations/mutation.ts'
import { ofClients } from './mutations/of-clients.ts'
import { ofPutBack } from './mutations/of-put-back.ts'
import { ofTheHouse } from './mutations/of-the-house.ts'
import { ofTheLog } from './mutations/of-the-log.ts'
import { seeded } from '@night/worker/rehearsal/random'
import type { Violation } from './reading.ts'

const recorded = await recordedNight()
const whole = recorded.log.length
const mutations: readonly Mutation[] = [...ofTheLog, ...ofClients, ...ofTheHouse, ...ofPutBack]

/** Both nights of a run that went so far: the rehearsal went half as far. */
const nightsUpTo = Array.from({ length: whole + 1 }, (_, length) => {
  const told = { ...recorded, log: recorded.log.slice(0, length) }
  const half = { ...told, log: told.log.slice(0, Math.ceil(length / 2)) }
  const live = as(told, 'test-live', 'live')
  return { live, rehearsal: as(half, 'test-rehearsal', 'rehearsal'), sent: live.log }
})

const planOf = (seed: number, length = whole): Plan => ({ ...present(nightsUpTo[length]), seed })

/** As a run writes it down and it is read again afterwards. */
const found = (lines: readonly HistoryLine[]): Violation[] =>
  check(parseHistory(historyText(lines)), bounds)

/** The same without the way over a file, which takes its time. */
const foundAtOnce = (lines: readonly HistoryLine[]): Violation[] =>
  check(
    lines.map((line, place) => ({ ...line, at: place + 1 })),
    bounds,
  )

const numbers = (violations: readonly Violation[]): string[] => [
  ...new Set(violations.map(({ invariant }) => invariant)),
]

/** What is wrong with how it was named: the promise itself is missing, or one that has nothing to do with it is there. */
const misnamed = ({ breaks }: Mutation, violations: readonly Violation[]): string[] => {
  const named = numbers(violations)
  const known: readonly string[] = breaks
  return [
    ...(named.includes(breaks[0]) ? [] : [`not ${breaks[0]}`]),
    ...named.filter((one) => !known.includes(one)),
  ]
}

test('[FLT1] a run in which every promise was kept has nothing wrong with it', () => {
  expect(found(tell(planOf(1)))).toEqual([])
})

test.each(mutations.map((one) => [one.does, one] as const))(
  '[FLT2] caught and named: %s',
  (_does, mutation) => {
    const violations = found(present(mutation.change(planOf(7), seeded(20))))
    expect(misnamed(mutation, violations)).toEqual([])
  },
)

const runs = fc.record({ seed: fc.nat(), length: fc.integer({ min: 6, max: whole }) })
const fixed = { seed: 20_240_704, numRuns: 50 }

test('[FLT1] no run of which nothing is wrong is blamed, wherever it ends and whoever loses touch', () => {
  fc.assert(
    fc.property(runs, ({ seed, length }) => {
      expect(foundAtOnce(tell(planOf(seed, length)))).toEqual([])
    }),
    fixed,
  )
})

test('[FLT2] whatever one thing is done to whatever run, it is caught and named', () => {
  fc.assert(
    fc.property(runs, fc.constantFrom(...mutations), ({ seed, length }, mutation) => {
      const lines = mutation.change(planOf(seed, length), seeded(seed + 1))
      fc.pre(lines !== null)
      expect(misnamed(mutation, foundAtOnce(lines))).toEqual([])
    }),
    { ...fixed, numRuns: 150 },
  )
})

test('[FLT6] whoever loses by it what was acknowledged since the backup is not blamed, whether it was sent again or not', () => {
  fc.assert(
    fc.property(runs, ({ seed, length }) => {
      expect(foundAtOnce(tellPutBack(planOf(seed, length)))).toEqual([])
    }),
    fixed,
  )
})

/** Which declaration, which client, which event: the first thing that is said of the promise that was broken. */
const said: readonly (readonly [does: string, words: string])[] = [
  [
    'an event is dropped from the final log',
    'test-live: at place 11 of the final log is event 12 (withdrawn, Blyth and Ashington)',
  ],
  [
    'votes were edited and hashed anew',
    'test-live: live-screen-1 saw another event 13 than the final log has',
  ],
  [
    'the log was rolled back',
    'test-live: live-screen-1 saw event 13, but the final log ends at event 11',
  ],
  [
    'a job ran twice',
    'test-live: the declaration of E14001377, revision 1 is in the final log 2 times, not 1: 11, 15',
  ],
  [
    'the worker published other votes',
    'test-live: event 11 (declared, Newcastle upon Tyne Central and West) is in the final log and nobody sent it',
  ],
  [
    'a revision falls',
    'test-live: event 9 (corrected, Houghton and Sunderland South) is revision 1 and comes after revision 1',
  ],
  [
    'a rehearsal’s event stands in the live log',
    'test-live: event 15 (status, Houghton and Sunderland South) is of the rehearsal night test-rehearsal and stands in a live log',
  ],
  [
    'a client has a hole',
    'test-live: live-screen-1 was sent event 9 after event 7; what is between is missing',
  ],
  [
    'a screen shows a seat too many',
    'test-live: live-screen-2 at event 12 showed 6 seats for lab where there are 5',
  ],
  [
    'a declaration was acknowledged, late, and is lost',
    'test-live: the note “TEST lost” was acknowledged and is not in the final log',
  ],
  [
    'what was held back is in the log',
    'test-live: the status of E14001295 was turned down and is in the final log all the same: 2',
  ],
  [
    'an alert comes before its event',
    'test-live: phone-1 was sent withdrawn-E14001107-1 before event 12 (withdrawn, Blyth and Ashington) was in the log',
  ],
  [
    'an alert comes again under another id',
    'test-live: phone-1 was sent withdrawn-E14001107-1 of event 12, and then another of event 12',
  ],
  [
    'a screen is not told that what it held is void',
    'test-live: live-screen-1 held event 14 and was not told that the log was put back to event 4',
  ],
  [
    'a screen is shown once more what was rolled back',
    'test-live: live-screen-1 was shown event 14 of the log that had been rolled back',
  ],
  [
    'the log does not begin with the backup that was put back',
    'test-live: the log that was put back ended with event 4, which the final log does not have',
  ],
  [
    'a device is never told',
    'test-live: phone-1 was never told of event 12 (withdrawn, Blyth and Ashington)',
  ],
]

test.each(said)('[FLT2] in words for a person: %s', (does, words) => {
  const mutation = present(mutations.find((one) => one.does === does))
  const violations = found(present(mutation.change(planOf(7), seeded(20))))
  const [first] = violations.filter(({ invariant }) => invariant === mutation.breaks[0])
  expect(first?.words).toBe(words)
})

test('[FLT2] what is wrong is said with the line of the history that shows it', () => {
  const change = present(mutations.find(({ does }) => does === 'a client has a hole')).change
  const lines = present(change(planOf(7), seeded(20)))
  const [hole] = found(lines)
  expect(lines[present(hole).at - 1]).toMatchObject({
    kind: 'recv',
    client: 'live-screen-1',
    seq: 9,
  })
})
