import type { Seat } from '@night/shared/board'
import { saidAt } from '@night/shared/said-at'
import { capitalised } from '@night/shared/tale'
import { dueOf } from '@night/shared/tally/schedule'
import { instant } from '@night/shared/time'
import { fromWords, verdictWords } from '@night/shared/words'
import { countMark, defenceOf, shortName } from '../../seat-words.ts'
import { verbs } from '../../statement.ts'
import { ClockTime } from '../clock-time.tsx'
import { colours } from '../../colours.ts'

type BannerProps = {
  readonly seat: Seat
  readonly pollsClose: string
  /** The night's own clock. */
  readonly now: number | null
}

/** What is known of a seat, in one block: a verdict, a winner without figures, or how the count goes. [SEA1] */
export const Banner = ({ seat, pollsClose, now }: BannerProps) => {
  const { latest, flash } = seat
  if (latest) {
    const { verdict } = latest.result
    return (
      <div class="banner" data-kind={verdict.kind} style={colours(verdict.party)}>
        <p class="banner-words">
          {verdictWords(latest.result)}{' '}
          {verdict.kind === 'gain' && <span class="banner-from">{fromWords(latest.result)}</span>}
        </p>
        <p>
          {verbs[latest.kind]} <ClockTime at={instant(saidAt(latest))} pollsClose={pollsClose} />
        </p>
      </div>
    )
  }
  if (flash) {
    const from = flash.verdict.kind === 'gain' && flash.verdict.from
    return (
      <div class="banner" data-kind={flash.verdict.kind} style={colours(flash.winner.party)}>
        <p class="banner-words">
          {`${shortName(flash.winner.party)} ${flash.verdict.kind}`.toUpperCase()}{' '}
          {from && <span class="banner-from">from {shortName(from).toUpperCase()}</span>}
        </p>
        <p>{flash.winner.name} has won; figures to follow</p>
      </div>
    )
  }
  return <Awaited {...{ seat, pollsClose, now }} />
}

/** How the count goes, and when it is expected or was. [SEA9] */
const Awaited = ({ seat, pollsClose, now }: BannerProps) => {
  const { status, withdrawn, contest } = seat
  const { expectedAt, overdue } = dueOf(seat, now)
  const defence = defenceOf(contest)
  return (
    <div class="banner" data-kind="awaited" data-status={status?.status}>
      <p class="banner-words">{capitalised(countMark(seat).toLowerCase())}</p>
      <p>
        {expectedAt !== null ? (
          <>
            {overdue === null ? 'Expected' : 'Overdue, was expected'} about{' '}
            <ClockTime at={expectedAt} pollsClose={pollsClose} />
          </>
        ) : (
          'No time was given'
        )}
        {defence && `; ${shortName(defence.party)} defends`}
      </p>
      {status?.text && <p class="banner-text">{status.text}</p>}
      {withdrawn && <p class="banner-text">Withdrawn: {withdrawn.reason}</p>}
    </div>
  )
}
