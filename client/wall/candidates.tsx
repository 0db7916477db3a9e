import type { DeclaredSeat } from '@night/shared/declared'
import { grouped, percentage } from '@night/shared/figures'
import type { CandidateResult } from '@night/shared/result'
import { colours } from '../colours.ts'
import { PartyChip } from '../parts/party-chip.tsx'
import { changeWords } from '../seat-words.ts'

type CandidatesProps = { readonly seat: DeclaredSeat; readonly rows?: number }

/** So many fit under the strap. */
const rowsOnWall = 5
const fewest = 3
/** Letters of a name that leave room for the mark beside it. */
const roomBeside = 15

/** The candidates as bars from one zero, the winner's the longest. [WALL6] */
export const Candidates = ({ seat, rows = rowsOnWall }: CandidatesProps) => {
  const { candidates } = seat.latest.result
  const saved = candidates.filter(({ deposit }) => deposit === 'saved').length
  // When not everyone fits, those who lost their deposits are gathered first.
  const shown =
    candidates.length <= rows ? candidates.length : Math.min(rows, Math.max(fewest, saved))
  const others = candidates.slice(shown)
  const heading = `candidates-${seat.latest.constituency.id}`
  return (
    <section class="candidates" aria-labelledby={heading}>
      <h3 class="unseen" id={heading}>
        Candidates in {seat.latest.constituency.name}
      </h3>
      <p class="candidates-head" aria-hidden="true">
        <span>Share, %</span>
        <span>Change</span>
        <span>Votes</span>
      </p>
      <ol>
        {candidates.map((candidate, index) => (
          <Candidate key={candidate.id} {...{ candidate, seat }} gathered={index >= shown} />
        ))}
      </ol>
      {others.length > 0 && <Others others={others} />}
    </section>
  )
}

const Others = ({ others }: { readonly others: readonly CandidateResult[] }) => {
  const votes = grouped(others.reduce((sum, other) => sum + other.votes, 0))
  const lost = others.every(({ deposit }) => deposit === 'lost')
  return (
    <p class="candidates-others">
      {others.length === 1 ? '1 other' : `${others.length} others`}, {votes} votes
      {lost && <span class="candidates-lost">, deposits lost</span>}
    </p>
  )
}

type CandidateProps = {
  readonly candidate: CandidateResult
  readonly seat: DeclaredSeat
  readonly gathered: boolean
}

const Candidate = ({ candidate, seat, gathered }: CandidateProps) => {
  const { candidates, turnout } = seat.latest.result
  const { name, party, votes, deposit, elected } = candidate
  const most = candidates[0]?.votes ?? 1
  return (
    <li class={gathered ? 'candidate candidate-gathered' : 'candidate'} data-elected={elected}>
      <PartyChip party={party} ems={3.3} />
      <span class="candidate-track">
        <span
          class="candidate-bar"
          style={{ ...colours(party), '--length': `${(100 * votes) / Math.max(1, most)}%` }}
        />
        <span class="candidate-name">{name}</span>
        {deposit === 'lost' && (
          <span class={name.length > roomBeside ? 'candidate-deposit tight' : 'candidate-deposit'}>
            {' '}
            deposit lost
          </span>
        )}
      </span>
      <span class="candidate-share">{percentage(votes, turnout.valid)}</span>
      <span class="candidate-change">
        {changeWords(candidate, turnout.valid, seat.contest.previous)}
      </span>
      <span class="candidate-votes">{grouped(votes)}</span>
    </li>
  )
}
