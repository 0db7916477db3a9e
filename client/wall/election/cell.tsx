import { Component } from 'preact'
import { colours } from '../../parts/party-chip.tsx'
import { centreOf, hexagonPath } from './hexagon.ts'
import type { CellLook } from './map-cell.ts'
import type { MapCell } from './map-file.ts'

export type CellProps = {
  readonly cell: MapCell
  readonly night: string
  readonly look: CellLook
  readonly isStop: boolean
}

const isSameLook = (a: CellLook, b: CellLook): boolean =>
  a === b ||
  (a.state === b.state &&
    a.party === b.party &&
    a.verdict === b.verdict &&
    a.letter === b.letter &&
    a.name === b.name)

/**
 * One hexagon, drawn again only when something of it changed. A class, since a memoised vnode would keep the whole
 * picture that it was first part of, and with it every board of the night. [GEW4]
 */
export class Cell extends Component<CellProps> {
  override shouldComponentUpdate(next: Readonly<CellProps>): boolean {
    const { cell, night, look, isStop } = this.props
    return (
      next.cell !== cell ||
      next.night !== night ||
      next.isStop !== isStop ||
      !isSameLook(next.look, look)
    )
  }

  override render({ cell, night, look, isStop }: CellProps) {
    const { state, party, verdict, letter, name } = look
    const { x, y } = centreOf(cell)
    return (
      <g transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}>
        <a
          class="cell"
          href={`/seat/${cell.id}?night=${encodeURIComponent(night)}`}
          data-cell={cell.id}
          data-state={state}
          data-verdict={verdict}
          aria-label={name}
          tabindex={isStop ? 0 : -1}
          style={party === null ? {} : colours(party)}
        >
          <path d={hexagonPath} />
          {letter !== '' && (
            <text aria-hidden="true" y="3.6">
              {letter}
            </text>
          )}
        </a>
      </g>
    )
  }
}
