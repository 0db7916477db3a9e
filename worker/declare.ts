import { check, type Reason } from '@night/shared/checks'
import type { Contest } from '@night/shared/contest'
import type { ResultEvent, UnplacedEvent } from '@night/shared/event'
import type { Instant } from '@night/shared/instant'
import type { Mode } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { instant, milliseconds } from '@night/shared/time'
import { wordsOf } from '@night/shared/words'
import { count } from './count.ts'
import { outcome } from './outcome.ts'

export type Decision =
  | { readonly outcome: 'publish'; readonly event: UnplacedEvent }
  | { readonly outcome: 'held'; readonly reasons: readonly Reason[] }

type Matter = {
  readonly submission: Extract<Submission, { kind: 'declaration' }>
  readonly contest: Contest
  /** What stands of this seat already. */
  readonly latest: ResultEvent | null
  readonly night: { readonly id: string; readonly mode: Mode }
  readonly publishedAt: Instant
}

/** A declaration becomes a result that is published, or is held back with every reason. [CHK1 OUT1 LOG4] */
export const declare = ({ submission, contest, latest, night, publishedAt }: Matter): Decision => {
  const { declaration, by } = submission
  const reasons = check({ declaration, contest, latest })
  const [first, ...others] = count(declaration, contest)
  if (reasons.length > 0 || !first) return { outcome: 'held', reasons }
  const { id, name } = contest.constituency
  const result = outcome(declaration, contest, [first, ...others])
  const at = instant(milliseconds(declaration.declaredAt))
  const event = {
    night: night.id,
    mode: night.mode,
    at,
    publishedAt,
    constituency: { id, name },
    revision: declaration.revision,
    result,
    records: [],
    words: wordsOf(name, result, at),
    by,
  }
  if (!latest) return { outcome: 'publish', event: { ...event, kind: 'declared' } }
  const correction = {
    kind: 'corrected',
    replaces: latest.seq,
    reason: declaration.reason ?? '',
  } as const
  return { outcome: 'publish', event: { ...event, ...correction } }
}
