import type { Random } from '@night/worker/rehearsal/random'
import type { Fault } from './fault.ts'
import type { House } from './house.ts'
import { type Outcome, runFault } from './run.ts'
import { judge } from './verdict.ts'

type Means = { readonly random: Random; readonly say: (words: string) => void }

/** One fault, on one night or as many as it takes. */
export const tryOut = (fault: Fault, house: House, means: Means): Promise<Outcome> =>
  fault.kills === undefined
    ? runFault(fault, house, means.random)
    : nightAfterNight(fault, house, means)

/**
 * The same fault on one night after another of the same house, until there were so many kills or a promise was broken;
 * one outcome of all.
 */
const nightAfterNight = async (
  fault: Fault,
  house: House,
  { random, say }: Means,
): Promise<Outcome> => {
  const outcomes: Outcome[] = []
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((all, outcome) => all + of(outcome), 0)
  let outcome: Outcome
  do {
    outcome = await runFault(fault, house, random)
    outcomes.push(outcome)
    const { events, kills, violations, seconds, quietAfter } = outcome
    say(
      `  night ${outcomes.length}: ${events} events, ${kills} kills, ${violations.length} broken, ${seconds} s, quiet after ${quietAfter} s; ${sum((one) => one.kills)} kills in all`,
    )
  } while (
    judge({ ...outcome, breaks: fault.breaks }).isGood &&
    sum((one) => one.kills) < (fault.kills ?? 0)
  )
  const names = new Set(outcomes.flatMap(({ findings }) => Object.keys(findings)))
  return {
    kills: sum((one) => one.kills),
    conflicts: sum((one) => one.conflicts),
    stalled: sum((one) => one.stalled),
    cuts: sum((one) => one.cuts),
    refusals: sum((one) => one.refusals),
    resets: sum((one) => one.resets),
    resent: sum((one) => one.resent),
    reconnects: sum((one) => one.reconnects),
    beyond: outcomes.flatMap(({ beyond }) => beyond),
    missing: outcomes.flatMap(({ missing }) => missing),
    // Of the whole house until then.
    complaints: outcomes.at(-1)?.complaints ?? {},
    violations: outcomes.flatMap(({ violations }) => violations),
    findings: {
      nights: outcomes.length,
      'restarts of Redis': house.redisRestarts(),
      ...Object.fromEntries(
        [...names].map((name) => [name, sum(({ findings }) => findings[name] ?? 0)]),
      ),
    },
    events: sum((one) => one.events),
    quietAfter: outcomes.reduce((longest, one) => Math.max(longest, one.quietAfter), 0),
    attempts: sum((one) => one.attempts),
    seconds: sum((one) => one.seconds),
  }
}
