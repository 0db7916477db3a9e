import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { Finding } from './finding.ts'
import { firstBroken, submissionsIn } from './heard.ts'
import { type Means, record } from './recording.ts'

type Remade =
  | { readonly outcome: 'made'; readonly log: readonly NightEvent[] }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }

/**
 * The log of a night again, from what its own log says was sent in, by the rules and in the words of today. Refused
 * where that log was edited, or has a declaration that would be held back today.
 */
export const remake = (definition: NightDefinition, text: string, means: Means): Remade => {
  const broken = firstBroken(text, means.sha256)
  if (broken !== null) {
    const words = `Event ${broken} does not follow the one before it: the log was edited. Import the night again.`
    return {
      outcome: 'refused',
      findings: [{ weight: 'refused', seat: definition.id, code: 'broken-chain', words }],
    }
  }
  const { log, held } = record(definition, submissionsIn(text), means)
  return held.length > 0 ? { outcome: 'refused', findings: held } : { outcome: 'made', log }
}
