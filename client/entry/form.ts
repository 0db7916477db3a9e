import type { Contest } from '@night/shared/contest'
import type { Draft, Texts } from './draft.ts'
import { countOf, type Figure, figureIn } from './figure.ts'

/** A draft as figures. */
export type Form = {
  /** In ballot order. */
  readonly figures: ReadonlyMap<string, Figure>
  readonly again: ReadonlyMap<string, Figure>
  readonly rejected: Figure
  readonly valid: Figure
  readonly verified: Figure
  readonly majority: Figure
}

export const formOf = (draft: Draft, { candidates }: Contest): Form => {
  const read = (texts: Texts): ReadonlyMap<string, Figure> =>
    new Map(candidates.map(({ id }): [string, Figure] => [id, figureIn(texts[id] ?? '')]))
  return {
    figures: read(draft.figures),
    again: read(draft.again),
    rejected: draft.isRejectedUnread ? { kind: 'empty' } : figureIn(draft.rejected),
    valid: figureIn(draft.valid),
    verified: figureIn(draft.verified),
    majority: figureIn(draft.majority),
  }
}

export type Votes = { readonly candidate: string; readonly votes: number }

/** The votes in ballot order; null while a figure is missing or unclear. */
export const votesOf = ({ figures }: Form): readonly Votes[] | null => {
  const votes = [...figures].map(([candidate, figure]) => ({ candidate, votes: countOf(figure) }))
  return votes.every((row): row is Votes => row.votes !== null) ? votes : null
}
