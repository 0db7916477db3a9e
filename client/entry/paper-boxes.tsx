import { digitalTime } from '@night/shared/time'
import { Box } from './box.tsx'
import { momentWords } from './declared-at.ts'
import type { PartProps } from './form-view.tsx'
import { declaredAtIn, type Facts } from './missing.ts'

/** What is read out beside the votes: papers, total, majority, and when. [ENT1] */
export const PaperBoxes = ({ entry, facts }: PartProps) => {
  const { draft, form } = facts
  return (
    <fieldset class="part">
      <legend>Papers and total</legend>
      <RejectedBox {...{ entry, facts }} />
      <Box
        name="valid"
        label="Total valid votes"
        text={draft.valid}
        figure={form.valid}
        stands={facts.standing.latest?.result.turnout.valid}
        write={(valid) => entry.change({ valid })}
        {...{ entry }}
      />
      <Box
        name="verified"
        label="Papers verified, if read out"
        text={draft.verified}
        figure={form.verified}
        write={(verified) => entry.change({ verified })}
        {...{ entry }}
      />
      <Box
        name="majority"
        label="Majority, if read out"
        text={draft.majority}
        figure={form.majority}
        write={(majority) => entry.change({ majority })}
        {...{ entry }}
      />
      <TimeBox {...{ entry, facts }} />
    </fieldset>
  )
}

const RejectedBox = ({ entry, facts: { draft, form, standing } }: PartProps) => (
  <div class="rejected">
    <Box
      name="rejected"
      label="Rejected papers"
      text={draft.isRejectedUnread ? '' : draft.rejected}
      figure={form.rejected}
      stands={standing.latest?.result.turnout.rejected}
      write={(rejected) => entry.change({ rejected, isRejectedUnread: false })}
      {...{ entry }}
    />
    <label class="tick">
      <input
        type="checkbox"
        data-box={draft.rejected.trim() === '' ? 'rejected-unread' : undefined}
        checked={draft.isRejectedUnread}
        onChange={({ currentTarget }) =>
          entry.change({ isRejectedUnread: currentTarget.checked, rejected: '' })
        }
      />{' '}
      Not read out
    </label>
  </div>
)

const TimeBox = ({ entry, facts }: PartProps) => {
  const at = declaredAtIn(facts)
  return (
    <Box
      name="time"
      label="Time declared, in London"
      kind="time"
      text={facts.draft.time}
      placeholder={digitalTime(at ?? facts.now)}
      fault={at === null ? `“${facts.draft.time}” is no time of day: write it as 02:45.` : null}
      note={at === null ? '' : timeWords(facts, at)}
      write={(time) => entry.change({ time })}
      {...{ entry }}
    />
  )
}

const timeWords = ({ draft, standing }: Facts, at: string): string => {
  if (draft.time.trim() !== '') return momentWords(at)
  if (standing.latest !== null) return `${momentWords(at)}, as it stands, unless you write another`
  return draft.sentAt === ''
    ? 'Now, unless you write another'
    : `${momentWords(at)}, when you pressed Send`
}
