import { Box } from './box.tsx'
import { CandidateName } from './candidate-boxes.tsx'
import type { PartProps } from './form-view.tsx'
import { leadersOf, secondOf } from './leaders.ts'
import { againBox } from './missing.ts'

/** The two leaders once more, without a look at what was keyed first. [ENT5] */
export const AgainBoxes = ({ entry, facts }: PartProps) => {
  const { contest, draft, form } = facts
  const leaders = leadersOf(form)
  return (
    <fieldset class="part">
      <legend>The two leaders, once more</legend>
      <p class="part-note">
        Key them from your notes. What you keyed first is covered until they agree.
      </p>
      {contest.candidates
        .filter(({ id }) => leaders.includes(id))
        .map((candidate) => {
          const { id } = candidate
          const second = secondOf(form, id)
          return (
            <Box
              key={id}
              name={againBox(id)}
              label={<CandidateName candidate={candidate} />}
              text={draft.again[id] ?? ''}
              figure={form.again.get(id) ?? { kind: 'empty' }}
              fault={
                second === 'differs' ? 'Not the figure that was keyed first. Which is right?' : null
              }
              {...(second === 'agrees' && { note: 'Agrees' })}
              write={(text) => entry.change({ again: { ...draft.again, [id]: text } })}
              {...{ entry }}
            />
          )
        })}
    </fieldset>
  )
}
