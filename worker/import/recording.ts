import { emptyHead, link, type Sha256 } from '@night/shared/chain'
import type { Declaration } from '@night/shared/declaration'
import type { NightEvent, UnplacedEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { instant, milliseconds } from '@night/shared/time'
import { type Decision, declare } from '../declare.ts'
import type { Finding } from './finding.ts'

export type Recording = {
  readonly log: readonly NightEvent[]
  /** Declarations that the worker would hold back. */
  readonly held: readonly Finding[]
}

const minute = 60_000

/**
 * The night's log as it would have been: opened when the polls closed, each declaration decided by the worker's own
 * rules at its time, closed one minute after the last, if there is one. `declarations` come in the order of their times.
 */
export const record = (
  definition: NightDefinition,
  declarations: readonly Declaration[],
  sha256: Sha256,
): Recording => {
  const decisions = declarations.map((declaration) => decide(definition, declaration))
  const declared = decisions.flatMap(({ decision }) =>
    decision.outcome === 'publish' ? [decision.event] : [],
  )
  const log: NightEvent[] = []
  for (const event of [openedOf(definition), ...declared, ...closedAfter(declared)]) {
    log.push(link(log.at(-1) ?? emptyHead, event, sha256))
  }
  return { log, held: decisions.flatMap(heldOf) }
}

type Decided = { readonly seat: string; readonly decision: Decision }

const decide = (definition: NightDefinition, declaration: Declaration): Decided => {
  const contest = definition.contests.find(
    ({ constituency }) => constituency.id === declaration.constituency,
  )
  if (!contest) throw new Error(`${declaration.constituency} is not in ${definition.id}.`)
  const publishedAt = instant(milliseconds(declaration.declaredAt))
  const decision = declare({
    submission: { kind: 'declaration', declaration, by: 'recording', publishedAt },
    contest,
    latest: null,
    night: { id: definition.id, mode: 'recorded' },
    publishedAt,
  })
  return { seat: contest.constituency.name, decision }
}

const heldOf = ({ seat, decision }: Decided): Finding[] =>
  decision.outcome === 'publish'
    ? []
    : decision.reasons.map(({ code, words }) => ({ weight: 'refused', seat, code, words }))

const openedOf = (definition: NightDefinition): UnplacedEvent => ({
  night: definition.id,
  mode: 'recorded',
  at: definition.pollsClose,
  publishedAt: definition.pollsClose,
  kind: 'opened',
  title: definition.title,
  constituencies: definition.contests.length,
  run: 1,
})

/** Nothing closes a night in which nothing was declared. */
const closedAfter = (declared: readonly UnplacedEvent[]): UnplacedEvent[] => {
  const last = declared.at(-1)
  if (!last) return []
  const at = instant(milliseconds(last.at) + minute)
  return [{ night: last.night, mode: 'recorded', at, publishedAt: at, kind: 'closed' }]
}
