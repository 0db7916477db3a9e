import { clockTime } from '@night/shared/time'
import { useEffect } from 'preact/hooks'
import type { Reach } from '../parts/reach.ts'
import { ReachWords } from '../parts/reach-words.tsx'
import { createTalk } from '../parts/talk.ts'
import { useRead } from '../parts/use-read.ts'
import { draftOf } from './as-it-stands.ts'
import { revisionAfter } from './build.ts'
import { emptyDraft } from './draft.ts'
import type { PartProps } from './form-view.tsx'
import type { Facts } from './missing.ts'

/** The seat has a result already: what is written is a correction, and needs a reason. [ENT7] */
export const StandingCard = (props: PartProps & { readonly isWriting: boolean }) => {
  const { entry, facts, isWriting } = props
  const { latest, withdrawn } = facts.standing
  useEffect(() => {
    // Somebody who writes looks at the boxes, and not up here.
    if (entry.focused.value !== '') entry.say(standingWords(facts))
  }, [latest?.seq, withdrawn?.seq])
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
      {isWriting && <p>{revisionWords(facts)}</p>}
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

const revisionWords = ({ standing }: Facts): string =>
  `What you send now is revision ${revisionAfter(standing)}, a correction: it needs a reason, and everybody is told.`

const standingWords = (facts: Facts): string => {
  const { latest, withdrawn } = facts.standing
  const stands = latest
    ? `Declared already. ${latest.words.line}.`
    : `Withdrawn. ${withdrawn?.reason}.`
  return `${stands} ${revisionWords(facts)}`
}

type HowFarProps = Pick<PartProps, 'entry'> & { readonly seq: number }

/** How far the figures that stand have gone, before others are written in their place. [COR3] */
const HowFar = ({ entry: { place }, seq }: HowFarProps) => {
  const { night, seat, token } = place
  const path = `/api/nights/${encodeURIComponent(night)}/constituencies/${seat}/reach`
  const read = useRead<Reach>(`${seat} ${seq}`, () => createTalk(() => token).get<Reach>(path))
  return read?.ok ? <ReachWords reach={read.answer} /> : null
}
