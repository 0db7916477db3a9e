import { type Board, type Seat } from '@night/shared/board'
import { type DeclaredSeat, isDeclared } from '@night/shared/declared'
import type { Books } from '../reading.ts'
import { Banner } from './banner.tsx'
import { BallotPaper, Defended } from './before.tsx'
import { CandidatesTable } from './candidates-table.tsx'
import { CopyBar, type Say } from './copy-bar.tsx'
import { Facts } from './facts.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Past } from './past.tsx'
import { turnoutFacts, verdictFacts } from './seat-facts.ts'
import { type Level, Section } from './section.tsx'
import { Told } from './told.tsx'

export type SeatViewProps = {
  readonly seat: Seat
  readonly board: Board
  readonly books: Books
  readonly say: Say
  /** The night's own clock, to the minute; null where there is none. */
  readonly now: number | null
  /** Of the headings of its parts. */
  readonly level: Level
}

/** Everything there is to know of one seat: what it is on the left, what is said of it on the right. [SEA1] */
export const SeatView = (props: SeatViewProps) => {
  const { seat, board, say, now, level } = props
  return (
    <div class="seat-view" data-seat={seat.contest.constituency.id} data-state={stateOf(seat)}>
      <Banner seat={seat} pollsClose={board.night.pollsClose} now={now} />
      {isDeclared(seat) && <Headline seat={seat} say={say} />}
      <div class="seat-column">
        {isDeclared(seat) ? (
          <Declared seat={seat} level={level} />
        ) : (
          <>
            <Defended {...props} />
            <BallotPaper {...props} />
          </>
        )}
        <Past {...props} />
      </div>
      <div class="seat-column">
        <Told {...props} />
      </div>
    </div>
  )
}

/** What a seat's state is called in the page, for style sheets and tests. */
export const stateOf = (seat: Seat): 'declared' | 'flash' | 'awaited' => {
  if (seat.latest) return 'declared'
  return seat.flash ? 'flash' : 'awaited'
}

type HeadlineProps = { readonly seat: DeclaredSeat; readonly say: Say }

const Headline = ({ seat, say }: HeadlineProps) => {
  const { latest } = seat
  return (
    <>
      {latest.kind === 'corrected' && (
        <p class="correction">
          <b>Correction, revision {latest.revision}.</b> {latest.reason}
        </p>
      )}
      <KeyFigures seat={seat} />
      {latest.result.noSwing && (
        <p class="part-note">No swing is given: {latest.result.noSwing.words}</p>
      )}
      <CopyBar seat={seat} say={say} />
    </>
  )
}

type DeclaredProps = { readonly seat: DeclaredSeat; readonly level: Level }

const Declared = ({ seat, level }: DeclaredProps) => (
  <>
    <Section title="Candidates" level={level} kind="candidates">
      <CandidatesTable seat={seat} />
    </Section>
    <Section title="Verdict and turnout" level={level} kind="measures">
      <Facts facts={[...verdictFacts(seat.latest.result), ...turnoutFacts(seat.latest.result)]} />
    </Section>
  </>
)
