import type { DeclaredSeat } from '@night/shared/declared'
import { grouped, percentage } from '@night/shared/figures'
import type { CandidateResult } from '@night/shared/result'
import { changeWords } from '../../seat-words.ts'
import { colours } from '../../colours.ts'
import { PartyChip } from '../party-chip.tsx'

/** Every candidate with votes, share, change and deposit. [SEA1] */
export const CandidatesTable = ({ seat }: { readonly seat: DeclaredSeat }) => (
  <div class="candidates-box">
    <table class="candidates-table">
      <thead>
        <tr>
          <th scope="col">Candidate</th>
          <th scope="col">Votes</th>
          <th scope="col">
            <abbr title="Share of valid votes, per cent">%</abbr>
          </th>
          <th scope="col">
            <abbr title="Change against last time, points">±</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {seat.latest.result.candidates.map((candidate) => (
          <Row key={candidate.id} candidate={candidate} seat={seat} />
        ))}
      </tbody>
    </table>
  </div>
)

type RowProps = { readonly candidate: CandidateResult; readonly seat: DeclaredSeat }

const Row = ({ candidate, seat }: RowProps) => {
  const { valid } = seat.latest.result.turnout
  const { name, party, votes, elected, deposit } = candidate
  return (
    <tr data-elected={elected}>
      <th scope="row">
        <span class="stood">
          <span class="stood-name">{name}</span> <PartyChip party={party} />{' '}
          <span class="candidate-mark">
            {elected && 'elected'}
            {deposit === 'lost' && 'lost deposit'}
          </span>
        </span>
        <span
          class="share-bar"
          style={{ ...colours(party), '--share': `${(100 * votes) / Math.max(1, valid)}%` }}
        />
      </th>
      <td>{grouped(votes)}</td>
      <td>{percentage(votes, valid)}</td>
      <td>{changeWords(candidate, valid, seat.contest.previous)}</td>
    </tr>
  )
}
