import type { ResultEvent } from '@night/shared/event'
import { grouped } from '@night/shared/figures'
import type { Standing } from '@night/shared/reason'
import type { Draft } from './draft.ts'

/** The figures that stand, as a correction begins with them. What is keyed twice or chosen is not filled in. [ENT7] */
export const draftOf = ({ result }: ResultEvent): Partial<Draft> => {
  const { valid, rejected } = result.turnout
  return {
    figures: Object.fromEntries(result.candidates.map(({ id, votes }) => [id, grouped(votes)])),
    valid: grouped(valid),
    rejected: rejected === null ? '' : grouped(rejected),
    isRejectedUnread: rejected === null,
  }
}

/** A figure that stands; null where it was not read out, undefined where nothing stands. */
export type Stands = number | null | undefined

export const votesThatStand = ({ latest }: Standing, candidate: string): Stands =>
  latest?.result.candidates.find(({ id }) => id === candidate)?.votes

/** "As it stands", or "Stands now: 44" where something else is written. */
export const standsWords = (stands: Stands, isSame: boolean): string | undefined => {
  if (stands === undefined) return undefined
  if (isSame) return 'As it stands'
  return `Stands now: ${stands === null ? 'not read out' : grouped(stands)}`
}
