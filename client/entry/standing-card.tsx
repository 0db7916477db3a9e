import { clockTime } from '@night/shared/time'
import type { Reach } from '../parts/reach.ts'
import { ReachWords } from '../parts/reach-words.tsx'
import { createTalk } from '../parts/talk.ts'
import { useRead } from '../parts/use-read.ts'
import { draftOf } from './as-it-stands.ts'
import { revisionAfter } from './build.ts'
import { emptyDraft } from './draft.ts'
import type { PartProps } from './form-view.tsx'

/** The seat has a result already: what is written is a correction, and needs a reason. [ENT7] */
export const StandingCard = (props: PartProps & { readonly isWriting: boolean }) => {
  const { entry, facts, isWriting } = props
  const { latest, withdrawn } = facts.standing
  return (
    <section class="card card-stands" aria-label="What stands">
      {latest && (
        <p>
          <b>Declared already.</b> {latest.words.line}
        </p>
      )}
      {withdrawn && (
        <p>
          <b>Withdrawn at {clockTime(withdrawn.at)}.</b> {withdrawn.reason}
        </p>
      )}
      {isWriting && latest && <HowFar entry={entry} seq={latest.seq} />}
      {isWriting && (
        <p>
          What you send now is revision {revisionAfter(facts.standing)}, a correction: it needs a
          reason, and everybody is told.
        </p>
      )}
      <button
        // Another one each time: the focus goes on to the form that is opened.
        key={String(isWriting)}
        type="button"
        class="second"
        onClick={() =>
          entry.change(
            isWriting ? emptyDraft : { isCorrecting: true, ...(latest && draftOf(latest)) },
          )
        }
      >
        {isWriting ? 'Leave it as it stands' : 'Write a correction'}
      </button>
    </section>
  )
}

type HowFarProps = Pick<PartProps, 'entry'> & { readonly seq: number }

/** How far the figures that stand have gone, before others are written in their place. [COR3] */
const HowFar = ({ entry: { place }, seq }: HowFarProps) => {
  const { night, seat, token } = place
  const path = `/api/nights/${encodeURIComponent(night)}/constituencies/${seat}/reach`
  const read = useRead<Reach>(`${seat} ${seq}`, () => createTalk(() => token).get<Reach>(path))
  return read?.ok ? <ReachWords reach={read.answer} /> : null
}
