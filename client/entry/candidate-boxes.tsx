import type { Candidate } from '@night/shared/contest'
import { PartyChip } from '../parts/party-chip.tsx'
import { votesThatStand } from './as-it-stands.ts'
import { Box } from './box.tsx'
import type { PartProps } from './form-view.tsx'
import { leadersOf, secondOf } from './leaders.ts'
import { areFiguresSound, figureBox } from './missing.ts'
import { labelOf } from './named.ts'

/** A box for each candidate, in ballot order. A leader's figure is covered while it is to be keyed again. [ENT5] */
export const CandidateBoxes = ({ entry, facts }: PartProps) => {
  const { contest, draft, form, standing } = facts
  const leaders = areFiguresSound(facts) ? leadersOf(form) : []
  return (
    <fieldset class="part">
      <legend>Votes, as they are read out</legend>
      {standing.latest !== null && draft.isCorrecting && (
        <p class="part-note">What stands now is filled in, and grey. Change what is wrong.</p>
      )}
      {contest.candidates.map((candidate, place) => {
        const { id } = candidate
        const isCovered = leaders.includes(id) && secondOf(form, id) !== 'agrees'
        return (
          <Box
            key={id}
            name={figureBox(id)}
            label={<CandidateName {...{ candidate, place }} />}
            text={draft.figures[id] ?? ''}
            figure={form.figures.get(id) ?? { kind: 'empty' }}
            stands={votesThatStand(standing, id)}
            write={(text) => entry.change({ figures: { ...draft.figures, [id]: text } })}
            {...{ entry, isCovered }}
          />
        )
      })}
    </fieldset>
  )
}

type CandidateNameProps = { readonly candidate: Candidate; readonly place?: number }

/** The name as it stands on the ballot paper, with what the paper calls the party. */
export const CandidateName = ({ candidate, place }: CandidateNameProps) => (
  <>
    {place !== undefined && (
      <span class="box-place" aria-hidden="true">
        {place + 1}
      </span>
    )}
    <span>
      {candidate.name}{' '}
      <span class="box-party">
        <PartyChip party={candidate.party} /> {labelOf(candidate)}
      </span>
    </span>
  </>
)
