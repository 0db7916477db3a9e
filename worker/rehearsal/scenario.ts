import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { seeded } from './random.ts'
import { readOutsOf } from './read-out.ts'
import { asItWas } from './scenarios/as-it-was.ts'
import { badData } from './scenarios/bad-data.ts'
import { corrections } from './scenarios/corrections.ts'
import { recountsAndTies } from './scenarios/recounts-and-ties.ts'
import { hung, landslide } from './scenarios/swings.ts'
import { rush, silence } from './scenarios/times.ts'
import type { Source } from './source.ts'
import { inOrder, type Step } from './step.ts'

const scenarios = {
  'as-it-was': asItWas,
  landslide,
  hung,
  rush,
  'recounts-and-ties': recountsAndTies,
  corrections,
  silence,
  'bad-data': badData,
} as const satisfies Readonly<Record<string, (source: Source) => Step[]>>

export type ScenarioName = keyof typeof scenarios
export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)
export const scenarioNames: readonly string[] = Object.keys(scenarios)

/** A recorded night, and the seed of what is left to chance. */
type Recorded = {
  readonly definition: NightDefinition
  readonly events: readonly NightEvent[]
  readonly seed: number
}

/** The steps of a scenario in the order of their times; the same night and seed give the same. [RHS1] */
export const scenarioOf = (name: ScenarioName, { definition, events, seed }: Recorded): Step[] => {
  const readOuts = readOutsOf(definition, events)
  return inOrder(scenarios[name]({ definition, events, readOuts, random: seeded(seed) }))
}
