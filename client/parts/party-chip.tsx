import { partyOf } from '@night/shared/party'
import type { Result } from '@night/shared/result'
import { colours } from '../colours.ts'
import { fit } from '../fit.ts'

type PartyChipProps = {
  readonly party: string
  /** The measure of a chip in a column, in ems; without it the chip is as wide as its word. */
  readonly ems?: number
}

export const PartyChip = ({ party, ems }: PartyChipProps) => {
  const name = partyOf(party).short.toUpperCase()
  return (
    <span class="chip" style={colours(party)}>
      {ems === undefined ? (
        name
      ) : (
        <span class="chip-fit" style={fit(name, ems, 100)}>
          {name}
        </span>
      )}
    </span>
  )
}

type VerdictChipProps = { readonly verdict: Pick<Result['verdict'], 'kind' | 'party'> }

/** A gain fills its block; a hold only has an edge of the party's colour. */
export const VerdictChip = ({ verdict: { kind, party } }: VerdictChipProps) => (
  <span class="verdict-chip" data-kind={kind} style={colours(party)}>
    {partyOf(party).short.toUpperCase()} {kind.toUpperCase()}
  </span>
)
