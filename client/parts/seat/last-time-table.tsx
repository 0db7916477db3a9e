import type { Baseline } from '@night/shared/contest'
import { grouped, percentage } from '@night/shared/figures'
import { PartyChip } from '../party-chip.tsx'

/** The votes of last time, most first. */
export const LastTimeTable = ({ previous }: { readonly previous: Baseline }) => (
  <>
    <table class="candidates-table last-time-table">
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">Votes</th>
          <th scope="col">
            <abbr title="Share of valid votes, per cent">%</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {previous.votes
          .toSorted((a, b) => b.votes - a.votes)
          .map(({ party, name, votes }, place) => (
            <tr key={`${party}-${place}`}>
              <th scope="row">
                <PartyChip party={party} /> {name}
              </th>
              <td>{grouped(votes)}</td>
              <td>{percentage(votes, previous.valid)}</td>
            </tr>
          ))}
      </tbody>
    </table>
    <p class="part-note">
      Majority {grouped(previous.majority)} ({percentage(previous.majority, previous.valid)}%) of{' '}
      {grouped(previous.valid)} valid votes
    </p>
  </>
)
