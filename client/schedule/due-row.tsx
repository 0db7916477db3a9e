import { grouped } from '@night/shared/figures'
import type { Due } from '@night/shared/tally/schedule'
import { dueTime } from '../due-time.ts'
import { PartyChip, VerdictChip } from '../parts/party-chip.tsx'
import { fit } from '../fit.ts'
import { defenceOf } from '../seat-words.ts'
import { badgeWords, dueRoom, movedWords, spanWords, untimedRoom } from './schedule-words.ts'

/** Ems that its marks take; beside two of them the majority is left out. */
const ems = { badge: 4.6, called: 3.4, slip: 2.6, star: 1, majority: 3 }

type DueRowProps = {
  readonly due: Due
  readonly why: string | undefined
  /** The list says it of all its rows already. */
  readonly isBadged: boolean
  /** The night's clock. */
  readonly now: number | null
}

/** When, where, who defends it and by how much; and whether it moved, or how late it is. [GEW9] */
export const DueRow = ({ due, why, isBadged, now }: DueRowProps) => {
  const { seat, expectedAt, late, overdue } = due
  const { id, name } = seat.contest.constituency
  const when = expectedAt === null ? '–' : dueTime(expectedAt, now)
  const badge = isBadged ? '' : badgeWords(due)
  const slip = late > 0 ? spanWords(late) : movedWords(due)
  const room = expectedAt === null && !isBadged ? untimedRoom : dueRoom
  const isFull = badge !== '' && slip !== ''
  const taken =
    (badge === '' ? 0 : ems.badge) +
    (slip === '' ? 0 : ems.slip) +
    (seat.flash === null ? 0 : ems.called) +
    (why === undefined ? 0 : ems.star) -
    (isFull ? ems.majority : 0)
  return (
    <li
      class="due"
      data-seat={id}
      data-state="awaited"
      data-overdue={overdue !== null}
      data-full={isFull}
    >
      <span class="due-when" data-day={when.includes(' ')}>
        {when}
      </span>
      <span class="due-name" style={fit(name, room - taken, 82)}>
        {why !== undefined && <Star why={why} />}
        {name}
      </span>
      <span class="due-marks">
        {badge !== '' && <span class="due-badge">{badge}</span>}
        {slip !== '' && <span class="due-slip">{slip}</span>}
        {late > 0 && <span class="unseen"> late</span>}
      </span>
      <Holder seat={seat} />
    </li>
  )
}

const Star = ({ why }: { readonly why: string }) => (
  <span class="due-star" title={why}>
    ★<span class="unseen"> {why}:</span>{' '}
  </span>
)

/** Once somebody has won, who did: the party that defended beside a time would be taken for it. [GEW9] */
const Holder = ({ seat }: Pick<Due, 'seat'>) => {
  const defence = defenceOf(seat.contest)
  const { flash } = seat
  if (flash) {
    return (
      <span class="due-holder">
        <VerdictChip verdict={{ ...flash.verdict, party: flash.winner.party }} />
      </span>
    )
  }
  return (
    <span class="due-holder">
      {defence && <PartyChip party={defence.party} ems={2.9} />}
      <b>{defence && grouped(defence.majority)}</b>
    </span>
  )
}
