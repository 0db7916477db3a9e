import type { Candidate } from '@night/shared/contest'
import { Box } from './box.tsx'
import { doubtsOf, revisionAfter } from './build.ts'
import type { PartProps } from './form-view.tsx'
import { electedWords, labelOf, type Outcome, outcomeOf } from './named.ts'

/** Who is elected by these figures, against the name that was read out; and why, where it is a correction. [ENT5 ENT7] */
export const NameBoxes = ({ entry, facts }: PartProps) => {
  const { contest, draft, form, standing } = facts
  const outcome = outcomeOf(form, contest, draft.lot)
  if (outcome === null) return null
  const tied = outcomeOf(form, contest, '')
  const fault = doubtsOf(facts).name?.words ?? null
  return (
    <fieldset class="part">
      <legend>The name</legend>
      {tied?.kind === 'level' && <LotBox {...{ entry, facts, tied }} />}
      {outcome.kind === 'won' && (
        <>
          <p class="elected">{electedWords(outcome)}</p>
          <Choice
            name="elected"
            label="The name that was read out as elected"
            among={contest.candidates}
            chosen={draft.elected}
            choose={(elected) => {
              entry.change({ elected })
            }}
            {...{ fault }}
          />
        </>
      )}
      {revisionAfter(standing) > 1 && (
        <Box
          name="reason"
          label="Reason for the correction"
          kind="words"
          text={draft.reason}
          write={(reason) => entry.change({ reason })}
          {...{ entry }}
        />
      )}
    </fieldset>
  )
}

type LotProps = PartProps & { readonly tied: Extract<Outcome, { kind: 'level' }> }

const LotBox = ({ entry, facts, tied }: LotProps) => (
  <>
    <p class="elected">{electedWords(tied)}</p>
    <Choice
      name="lot"
      label="Who won the lot"
      among={tied.between}
      chosen={facts.draft.lot}
      fault={null}
      choose={(lot) => entry.change({ lot })}
    />
  </>
)

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly among: readonly Candidate[]
  readonly chosen: string
  readonly fault: string | null
  readonly choose: (candidate: string) => void
}

const Choice = ({ name, label, among, chosen, fault, choose }: ChoiceProps) => (
  <div class="box" data-kind="choice" data-fault={fault === null ? undefined : 'true'}>
    <label class="box-name" for={`box-${name}`}>
      {label}
    </label>
    <select
      id={`box-${name}`}
      data-box={name}
      aria-invalid={fault !== null}
      aria-describedby={fault === null ? undefined : `about-${name}`}
      value={chosen}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">Choose the name</option>
      {among.map((candidate) => (
        <option key={candidate.id} value={candidate.id}>
          {candidate.name}, {labelOf(candidate)}
        </option>
      ))}
    </select>
    {fault !== null && (
      <p id={`about-${name}`} class="box-fault">
        {fault}
      </p>
    )}
  </div>
)
