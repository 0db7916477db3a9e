import { baselineWords } from '@night/shared/baseline'
import type { Declaration } from '@night/shared/declaration'
import type { ResultEvent } from '@night/shared/event'
import { grouped } from '@night/shared/figures'
import { capitalised } from '@night/shared/tale'
import { PartyChip } from '../parts/party-chip.tsx'
import type { KnownContest } from './answers.ts'
import {
  type Figure,
  type FigureRow,
  figuresBeside,
  type TotalRow,
  totalsBeside,
} from './figures.ts'

type FiguresTableProps = {
  readonly declaration: Declaration
  readonly beside: { readonly contest: KnownContest; readonly latest: ResultEvent | null }
  readonly name: string
}

/** The figures as they came, beside the nearest previous ones and those that stand. [HLD5] */
export const FiguresTable = ({ declaration, beside, name }: FiguresTableProps) => {
  const { previous } = beside.contest
  const { latest } = beside
  const columns = { hasBefore: previous !== null, hasStanding: latest !== null }
  return (
    <table class="figures">
      <caption class="unseen">The figures of {name} that are held back</caption>
      <thead>
        <tr>
          <th scope="col">Candidate</th>
          <th scope="col">Sent</th>
          {previous && (
            <>
              <th scope="col">
                <abbr title={capitalised(baselineWords(previous))}>Last time</abbr>
              </th>
              <th scope="col">
                <abbr title="Change in points">±</abbr>
              </th>
            </>
          )}
          {latest && <th scope="col">Stands</th>}
        </tr>
      </thead>
      <tbody>
        {figuresBeside(declaration, beside).map((row, place) => (
          <CandidateRow key={`${row.name} ${place}`} {...{ row, columns }} />
        ))}
      </tbody>
      <tbody class="totals">
        {totalsBeside(declaration, beside).map((row) => (
          <Total key={row.what} {...{ row, columns }} />
        ))}
      </tbody>
    </table>
  )
}

type Columns = { readonly hasBefore: boolean; readonly hasStanding: boolean }

const CandidateRow = ({ row, columns }: { readonly row: FigureRow; readonly columns: Columns }) => {
  const { name, party, now, before, change, standing } = row
  return (
    <tr data-unknown={party === null || now === null}>
      <th scope="row">
        <span class="figure-name">{name}</span>{' '}
        {party === null ? (
          <span class="figure-stranger">did not stand</span>
        ) : (
          <PartyChip party={party} />
        )}
      </th>
      <td class="figure-now">{now ? <Votes figure={now} /> : 'left out'}</td>
      {columns.hasBefore && (
        <>
          <td class="figure-before">{before && <Votes figure={before} />}</td>
          <td>{change}</td>
        </>
      )}
      {columns.hasStanding && (
        <td data-changed={now !== null && standing !== now.votes}>
          {standing !== null && grouped(standing)}
        </td>
      )}
    </tr>
  )
}

const Votes = ({ figure: { votes, share } }: { readonly figure: Figure }) => (
  <>
    <b>{grouped(votes)}</b> <span class="figure-share">{share}%</span>
  </>
)

const Total = ({ row, columns }: { readonly row: TotalRow; readonly columns: Columns }) => {
  const { what, now, before, standing, isWrong } = row
  return (
    <tr data-wrong={isWrong}>
      <th scope="row">{what}</th>
      <td class="figure-now">{now === null ? 'not said' : <b>{grouped(now)}</b>}</td>
      {columns.hasBefore && (
        <>
          <td class="figure-before">{before !== null && grouped(before)}</td>
          <td />
        </>
      )}
      {columns.hasStanding && (
        <td data-changed={now !== standing && standing !== null}>
          {standing !== null && grouped(standing)}
        </td>
      )}
    </tr>
  )
}
