import { constituencyOf } from '@night/shared/about'
import { nothingStands } from '@night/shared/reason'
import { ClockTime } from '../parts/clock-time.tsx'
import type { Held } from './answers.ts'
import { FiguresTable } from './figures-table.tsx'
import type { ColumnProps } from './held-column.tsx'
import {
  isFirm,
  kindWords,
  saidAt,
  senderName,
  senderOf,
  overtakenWords,
  whyNotReleasable,
} from './held-words.ts'
import { RulingForm } from './ruling-form.tsx'
import { Said } from './said.tsx'

type HeldCardProps = ColumnProps & { readonly held: Held }

/** One thing that waits: what, from whom, why, beside last time; and the two buttons. */
export const HeldCard = ({ held, work, board }: HeldCardProps) => {
  const seat = constituencyOf(held)
  const { id } = held
  const contest = work.contests.value.find((one) => one.constituency.id === seat)
  const standing = (seat === null ? null : board.seatsById[seat]) ?? nothingStands
  return (
    <article class="card" aria-labelledby={`name-${id}`} data-held={id}>
      <header>
        <h3 id={`name-${id}`}>{work.nameOf(seat)}</h3>
        <p class="card-from">
          {kindWords(held)}, <ClockTime at={saidAt(held)} pollsClose={board.night.pollsClose} />
          {', from '}
          <b>{senderName(senderOf(held), work.people.value)}</b>
        </p>
      </header>
      <Reasons held={held} />
      <Said held={held} contest={contest} />
      {held.kind === 'declaration' && contest && (
        <FiguresTable
          declaration={held.declaration}
          beside={{ contest, latest: standing.latest }}
          name={work.nameOf(seat)}
        />
      )}
      <Rule {...{ held, work }} overtaken={overtakenWords(held, standing)} />
    </article>
  )
}

const Reasons = ({ held: { reasons, releasable } }: { readonly held: Held }) => (
  <ul class="reasons" aria-label="Why it is held back">
    {reasons.map((reason) => (
      <li key={reason.code + reason.words} data-firm={!releasable && isFirm(reason)}>
        <p>{reason.words}</p>
        {reason.suggestion !== undefined && <p class="suggestion">{reason.suggestion}</p>}
      </li>
    ))}
  </ul>
)

type RuleProps = Pick<HeldCardProps, 'held' | 'work'> & { readonly overtaken: string | null }

const Rule = ({ held, work, overtaken }: RuleProps) => {
  const { id } = held
  const releasable = held.releasable && overtaken === null
  const ruling = work.ruling.value
  if (ruling?.id === id)
    return <RulingForm key={ruling.into} into={ruling.into} {...{ held, work }} />
  const name = work.nameOf(constituencyOf(held))
  return (
    <div>
      {!releasable && <p class="not-releasable">{overtaken ?? whyNotReleasable(held)}</p>}
      <div class="buttons">
        {releasable && (
          <button
            type="button"
            class="do"
            data-into="release"
            aria-label={`Let through: ${name}`}
            onClick={() => work.beginRuling(id, 'release')}
          >
            Let through…
          </button>
        )}
        <button
          type="button"
          data-into="reject"
          aria-label={`Reject: ${name}`}
          onClick={() => work.beginRuling(id, 'reject')}
        >
          Reject…
        </button>
      </div>
    </div>
  )
}
