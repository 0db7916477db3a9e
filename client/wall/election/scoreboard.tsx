import type { Board } from '@night/shared/board'
import { overallLine } from '@night/shared/house'
import { partyOf } from '@night/shared/party'
import { colours, PartyChip } from '../../parts/party-chip.tsx'
import { scaleOf, scoreRowsOf, type ScoreRow } from './scoreboard-rows.ts'

type ScoreboardProps = { readonly board: Board; readonly isQuiet: boolean }

/** Seats of the parties against the line that makes a majority. [GEW1 GEW3] */
export const Scoreboard = ({ board, isQuiet }: ScoreboardProps) => {
  const rows = scoreRowsOf(board, isQuiet)
  const overall = overallLine(board)
  const scale = scaleOf(rows, overall)
  return (
    <div class="score" style={{ '--line-at': String(overall / scale) }} data-quiet={isQuiet}>
      <p class="score-line" aria-hidden="true">
        <span>{overall} to win</span>
      </p>
      <table>
        <caption class="unseen">
          {isQuiet ? 'Seats that each party defends' : 'State of the parties so far'}, {overall}{' '}
          make a majority
        </caption>
        <Head isQuiet={isQuiet} />
        <tbody>
          {rows.map((row) => (
            <Row key={row.party} row={row} scale={scale} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Head = ({ isQuiet }: { readonly isQuiet: boolean }) => (
  <thead>
    <tr>
      <th scope="col">
        <span class="unseen">Party</span>
      </th>
      <th scope="col">{isQuiet ? 'Defends' : 'Seats'}</th>
      {!isQuiet && <th scope="col">Net</th>}
      <td class="score-track" aria-hidden="true" />
      {!isQuiet && <th scope="col">Share %</th>}
      {!isQuiet && (
        <th scope="col" class="score-change">
          Change
        </th>
      )}
    </tr>
  </thead>
)

const Row = ({ row, scale }: { readonly row: ScoreRow; readonly scale: number }) => {
  const { party, seats, net, share, change } = row
  return (
    <tr data-party={party}>
      <th scope="row">
        <PartyChip party={party} ems={3.3} />
        <span class="unseen"> {partyOf(party).name}</span>
      </th>
      <td class="score-seats">{seats}</td>
      {net !== null && <td class="score-net">{net}</td>}
      <td class="score-track" aria-hidden="true">
        {seats > 0 && (
          <span
            class="score-bar"
            style={{ ...colours(party), '--length': `${(100 * seats) / scale}%` }}
          />
        )}
      </td>
      {share !== null && <td class="score-share">{share}</td>}
      {net !== null && <td class="score-change">{change ?? ''}</td>}
    </tr>
  )
}
