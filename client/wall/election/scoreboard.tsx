import type { Board } from '@night/shared/board'
import { overallLine } from '@night/shared/house'
import { partyOf } from '@night/shared/party'
import type { ComponentChildren } from 'preact'
import { colours } from '../../colours.ts'
import { PartyChip } from '../../parts/party-chip.tsx'
import { scaleOf, scoreOf, type ScoreRow } from './scoreboard-rows.ts'

type ScoreboardProps = { readonly board: Board; readonly isQuiet: boolean }

/** Seats of the parties against the line that makes a majority. [GEW1 GEW3] */
export const Scoreboard = ({ board, isQuiet }: ScoreboardProps) => {
  const { rows, others } = scoreOf(board, isQuiet)
  const overall = overallLine(board)
  const scale = scaleOf(rows, overall)
  return (
    <div
      class="score"
      style={{ '--line-at': String(overall / scale) }}
      data-quiet={isQuiet}
      data-others={others !== null}
    >
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
            <Row key={row.party} scale={scale} {...row}>
              <PartyChip party={row.party} ems={3.3} />
              <span class="unseen"> {partyOf(row.party).name}</span>
            </Row>
          ))}
          {others && (
            <Row change={null} scale={scale} {...others}>
              <span class="chip score-others">OTHERS</span>
            </Row>
          )}
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

type RowProps = Omit<ScoreRow, 'party'> & {
  /** Without one it is all the others'. */
  readonly party?: string
  readonly scale: number
  readonly children: ComponentChildren
}

const Row = ({ party, seats, net, share, change, scale, children }: RowProps) => (
  <tr data-party={party}>
    <th scope="row">{children}</th>
    <td class="score-seats">{seats}</td>
    {net !== null && <td class="score-net">{net}</td>}
    <td class="score-track" aria-hidden="true">
      {seats > 0 && (
        <span
          class="score-bar"
          style={{ ...(party && colours(party)), '--length': `${(100 * seats) / scale}%` }}
        />
      )}
    </td>
    {share !== null && <td>{share}</td>}
    {net !== null && <td class="score-change">{change}</td>}
  </tr>
)
