import { expectedAt, type Seat } from '@night/shared/board'
import type { DeclaredSeat } from '@night/shared/declared'
import type { FlashEvent } from '@night/shared/event'
import { grouped } from '@night/shared/figures'
import type { Result } from '@night/shared/result'
import { clockTime } from '@night/shared/time'
import { directionWords, isNoSwing, noSwingWords } from '@night/shared/tale'
import { fromWords } from '@night/shared/words'
import type { ReadonlySignal } from '@preact/signals'
import { fit } from '../fit.ts'
import { PartyChip, VerdictChip } from '../parts/party-chip.tsx'
import { countMark, defenceOf, shortName } from '../seat-words.ts'
import { DueTime } from './due-time.tsx'

/** Ems that the mark leaves for a card's name, and that the time leaves for its line. */
const nameMeasure = 8.2
const lineMeasure = 14.6

const Name = ({ seat }: { readonly seat: Seat }) => {
  const { name } = seat.contest.constituency
  return (
    <h3 class="card-name fit" style={fit(name, nameMeasure)}>
      {name}
    </h3>
  )
}

/** A declared seat of a small night. */
export const DeclaredCard = ({ seat }: { readonly seat: DeclaredSeat }) => {
  const { constituency, result, at } = seat.latest
  const words = resultWords(result)
  return (
    <li
      class="card"
      data-seat={constituency.id}
      data-state="declared"
      data-verdict={result.verdict.kind}
    >
      <div class="card-row">
        <Name seat={seat} />
        <VerdictChip verdict={result.verdict} />
      </div>
      <div class="card-row card-line">
        <p class="fit" style={fit(words, lineMeasure, 92)}>
          {words}
        </p>
        <p class="card-when">{clockTime(at)}</p>
      </div>
    </li>
  )
}

const resultWords = (result: Result): string =>
  [fromWords(result), `maj ${grouped(result.majority.votes)}`, swingWords(result)]
    .filter((part) => part !== '')
    .join(', ')

/** On a gain between the two parties of the swing, its direction is said already. */
const swingWords = ({ swing, verdict }: Result): string => {
  if (!swing) return ''
  if (isNoSwing(swing)) return noSwingWords(swing)
  const isSaid = verdict.from === swing.from && verdict.party === swing.to
  return isSaid ? `swing ${swing.printed}` : `swing ${swing.printed} ${directionWords(swing)}`
}

type AwaitedCardProps = { readonly seat: Seat; readonly clock: ReadonlySignal<number | null> }

/** A seat of a small night without figures: awaited, or called. */
export const AwaitedCard = ({ seat, clock }: AwaitedCardProps) => {
  const { flash, contest } = seat
  const expected = expectedAt(seat)
  return (
    <li
      class="card"
      data-seat={contest.constituency.id}
      data-state={flash ? 'flash' : 'awaited'}
      data-verdict={flash?.verdict.kind}
    >
      <div class="card-row">
        <Name seat={seat} />
        {flash ? (
          <VerdictChip verdict={{ ...flash.verdict, party: flash.winner.party }} />
        ) : (
          <span class="awaited">{countMark(seat)}</span>
        )}
      </div>
      <div class="card-row card-line">
        {flash ? <Called flash={flash} /> : <Defence contest={contest} />}
        {!flash && expected !== null && (
          <p class="card-when">
            <DueTime key={expected} at={expected} clock={clock} before="due " />
          </p>
        )}
      </div>
    </li>
  )
}

const Called = ({ flash }: { readonly flash: FlashEvent }) => (
  <>
    <p>figures to follow</p>
    <p class="card-when">{clockTime(flash.at)}</p>
  </>
)

const Defence = ({ contest }: Pick<Seat, 'contest'>) => {
  const defence = defenceOf(contest)
  if (!defence) return <p>a new seat</p>
  const { party, majority, swing } = defence
  return (
    <p>
      <PartyChip party={party} /> maj <b>{grouped(majority)}</b>
      {swing && (
        <>
          , {shortName(swing.to)} needs <b>{swing.printed}</b>
        </>
      )}
    </p>
  )
}
