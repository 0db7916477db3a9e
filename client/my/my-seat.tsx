import type { Seat } from '@night/shared/board'
import { type DeclaredSeat, isDeclared } from '@night/shared/declared'
import { grouped, percentage } from '@night/shared/figures'
import { fromWords, verdictWords } from '@night/shared/words'
import { ClockTime } from '../parts/clock-time.tsx'
import { colours } from '../colours.ts'
import { CandidatesTable } from '../parts/seat/candidates-table.tsx'
import { CopyBar, type Say } from '../parts/seat/copy-bar.tsx'
import {
  correctionWords,
  countMark,
  factsLine,
  shortName,
  pairWords,
  sizeWords,
} from '../seat-words.ts'
import { Defender } from './defender.tsx'
import { dueWords } from './due-words.ts'

type MySeatProps = {
  readonly seat: Seat
  readonly night: string
  readonly pollsClose: string
  /** The night's clock, where the seats are of that night. */
  readonly now: number | null
  readonly say: Say
}

/** One of my seats: its state large, its figures below, everything else one touch away. [MY2] */
export const MySeat = ({ seat, night, pollsClose, now, say }: MySeatProps) => {
  const { latest, flash, contest } = seat
  const { id, name } = contest.constituency
  return (
    <li
      class="my-seat"
      data-seat={id}
      data-state={latest ? 'declared' : flash ? 'flash' : 'awaited'}
    >
      <h2>
        <a href={`/seat/${id}?night=${encodeURIComponent(night)}`}>{name}</a>{' '}
        {latest && <ClockTime at={latest.at} pollsClose={pollsClose} />}
      </h2>
      <State {...{ seat, now }} />
      {isDeclared(seat) && (
        <>
          <Figures seat={seat} />
          <Said seat={seat} />
          <details>
            <summary>All candidates, and copy</summary>
            <CandidatesTable seat={seat} />
            <CopyBar seat={seat} say={say} />
          </details>
        </>
      )}
      {!latest && !flash && seat.status?.text && <p class="my-fact">{seat.status.text}</p>}
      {!latest && seat.withdrawn && <p class="my-fact">Withdrawn: {seat.withdrawn.reason}</p>}
    </li>
  )
}

/** A correction, and what it puts right, before anything else that is said. [WALL17] */
const Said = ({ seat }: { readonly seat: DeclaredSeat }) => {
  const { latest } = seat
  if (latest.kind === 'corrected') {
    return <p class="my-fact my-correction">Correction: {correctionWords(seat)}</p>
  }
  const facts = factsLine(seat)
  return facts === '' ? null : <p class="my-fact">{facts}</p>
}

const State = ({ seat, now }: Pick<MySeatProps, 'seat' | 'now'>) => {
  const { latest, flash, contest, status } = seat
  if (latest) {
    const { verdict } = latest.result
    return (
      <p class="my-state" data-kind={verdict.kind} style={colours(verdict.party)}>
        <b>{verdictWords(latest.result)}</b> <span>{fromWords(latest.result)}</span>
      </p>
    )
  }
  if (flash) {
    return (
      <p class="my-state" data-kind={flash.verdict.kind} style={colours(flash.winner.party)}>
        <b>{`${shortName(flash.winner.party)} ${flash.verdict.kind}`.toUpperCase()}</b>{' '}
        {flash.verdict.kind === 'gain' && flash.verdict.from !== null && (
          <span>from {shortName(flash.verdict.from).toUpperCase()}</span>
        )}{' '}
        <span>{flash.winner.name}, figures to follow</span>
      </p>
    )
  }
  const due = status === null || status.status === 'expected' ? dueWords(seat, now) : null
  return (
    <p class="my-state" data-kind="awaited" data-status={status?.status}>
      <b>{due ?? countMark(seat)}</b> <Defender contest={contest} />
    </p>
  )
}

const Figures = ({ seat }: { readonly seat: DeclaredSeat }) => {
  const { majority, swing, turnout } = seat.latest.result
  return (
    <dl class="my-figures">
      <div>
        <dt>Majority</dt>
        <dd>{grouped(majority.votes)}</dd>
      </div>
      {swing && (
        <div>
          <dt>Swing {pairWords(swing)}</dt>
          <dd>{sizeWords(swing)}</dd>
        </div>
      )}
      <div>
        <dt>Turnout</dt>
        <dd>{percentage(turnout.valid, turnout.electorate)}%</dd>
      </div>
    </dl>
  )
}
