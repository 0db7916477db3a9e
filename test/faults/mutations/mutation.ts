import type { NightEvent, ResultEvent } from '@night/shared/event'
import { type Plan, tell } from '../good-history.ts'
import type { HistoryLine } from '../history.ts'
import { type Random } from '@night/worker/rehearsal/random'
import { oneOf } from '../random.ts'
import { isResult, type Violation } from '../reading.ts'

type Broken = Violation['invariant']

/** One thing done to a good run. The first number is what has to be named for it; the others follow from it. */
export type Mutation = {
  readonly does: string
  readonly breaks: readonly [Broken, ...Broken[]]
  /** Null where the run has nothing that this could be done to. */
  readonly change: (plan: Plan, random: Random) => readonly HistoryLine[] | null
}

type Change = (log: readonly NightEvent[], random: Random) => readonly NightEvent[] | null

/** The final log is another than the one that everybody saw. */
export const inTheEnd =
  (change: Change): Mutation['change'] =>
  (plan, random) => {
    const events = change(plan.live.log, random)
    return events && withFinal(plan, { events: [...events] })
  }

export const withFinal = (plan: Plan, by: object): HistoryLine[] =>
  tell(plan).map((line) =>
    line.kind === 'final' && line.night === plan.live.definition.id ? { ...line, ...by } : line,
  )

/** The worker wrote another log than was sent, and everybody saw it. */
export const forAll =
  (change: Change): Mutation['change'] =>
  (plan, random) => {
    const log = change(plan.live.log, random)
    return log && tell({ ...plan, live: { ...plan.live, log } })
  }

/** What was sent is wrong itself, and it went through. */
export const asSent =
  (change: Change): Mutation['change'] =>
  (plan, random) => {
    const log = change(plan.live.log, random)
    return log && tell({ ...plan, live: { ...plan.live, log }, sent: log })
  }

/** Something is done at one line of the live night that fits. */
export const atLine =
  <K extends HistoryLine['kind']>(
    kind: K,
    change: (line: Extract<HistoryLine, { kind: K }>) => readonly HistoryLine[],
  ): Mutation['change'] =>
  (plan, random) => {
    const lines = tell(plan)
    const isOne = (line: HistoryLine): line is Extract<HistoryLine, { kind: K }> =>
      line.kind === kind && (!('night' in line) || line.night === plan.live.definition.id)
    const chosen = oneOf(random, lines.filter(isOne))
    return chosen
      ? lines.flatMap((line) => (line === chosen && isOne(line) ? change(line) : [line]))
      : null
  }

/** An event of the log that fits, changed. */
export const changedOne = (
  log: readonly NightEvent[],
  random: Random,
  by: (event: ResultEvent) => NightEvent,
): NightEvent[] | null => {
  const chosen = oneOf(random, log.filter(isResult))
  return chosen ? log.map((event) => (event === chosen ? by(chosen) : event)) : null
}

/** One vote more for whoever was first, so that all else still agrees. */
export const oneMore = (event: ResultEvent): ResultEvent => {
  const { result } = event
  const { majority, turnout } = result
  return {
    ...event,
    result: {
      ...result,
      majority: { ...majority, votes: majority.votes + 1 },
      turnout: { ...turnout, valid: turnout.valid + 1 },
      candidates: result.candidates.map((one) =>
        one.elected ? { ...one, votes: one.votes + 1 } : one,
      ),
    },
  }
}
