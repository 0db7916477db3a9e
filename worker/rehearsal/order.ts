import { NightId } from '@night/shared/night'
import { Speed } from '@night/shared/replay'
import { z } from 'zod'
import { orderIn } from '../import/console.ts'
import { isScenarioName, scenarioNames, type ScenarioName } from './scenario.ts'

const Scenario = z.custom<ScenarioName>(
  (name) => typeof name === 'string' && isScenarioName(name),
  `the scenarios are ${scenarioNames.join(', ')}`,
)

/** What the command line asks for. */
const Order = z.strictObject({
  night: NightId,
  scenario: Scenario,
  seed: z.coerce.number().int().min(0).max(0xffffffff).default(1),
  /** Night seconds a second. */
  speed: z.preprocess((text) => (text === 'max' ? text : Number(text)), Speed).default(60),
  url: z.url({ protocol: /^https?$/ }),
  'token-file': z.string().min(1).optional(),
  json: z.boolean().default(false),
})
export type Order = z.infer<typeof Order>

const usage = `npm run rehearse -- --night <recorded night> --scenario <name>
  [--seed <n>] [--speed <n>|max] [--url http://127.0.0.1:3000] [--token-file <file>] [--json]
The scenarios are ${scenarioNames.join(', ')}.`

const text = { type: 'string' } as const
const options = {
  night: text,
  scenario: text,
  seed: text,
  speed: text,
  'token-file': text,
  json: { type: 'boolean' },
} as const

/** The order in the arguments; throws with the usage where it is not one. Unless it is said, the house is this machine's. */
export const parseOrder = (words: readonly string[], { PORT }: NodeJS.ProcessEnv): Order => {
  const url = { ...text, default: `http://127.0.0.1:${PORT || '3000'}` }
  return orderIn(words, { options: { ...options, url }, schema: Order, usage })
}
