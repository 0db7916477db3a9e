import { Component } from 'preact'
import { colours } from '../../parts/party-chip.tsx'
import { centreOf, hexagonPath } from './hexagon.ts'
import { letterPath } from './letters.ts'
import type { CellLook } from './map-cell.ts'
import type { MapCell } from './map-file.ts'

type CellProps = {
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

/** One hexagon, drawn again only when something of it changed. [GEW4] */
class Cell extends Component<CellProps> {
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
    const centre = centreOf(cell)
    return (
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
        <path d={hexagonPath(centre)} />
        {letter !== '' && (
          <path class="cell-letter" data-letter={letter} d={letterPath(letter, centre)} />
        )}
      </a>
    )
  }
}

export type RowProps = {
  readonly cells: readonly MapCell[]
  /** One for each cell, the same object as long as nothing of it changed; null where the night has no such seat. */
  readonly looks: readonly (CellLook | null)[]
  readonly night: string
  /** The cell of this row that is the map's stop for the Tab key. */
  readonly stop: string | undefined
}

/**
 * A row of the map: a declaration draws one row again and asks nothing of the 600 cells elsewhere. A class, since a
 * memoised vnode would keep the whole picture that it was first part of, and with it every board of the night.
 */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate({ cells, looks, night, stop }: Readonly<RowProps>): boolean {
    const { props } = this
    return (
      cells !== props.cells ||
      night !== props.night ||
      stop !== props.stop ||
      looks.some((look, place) => look !== props.looks[place])
    )
  }

  override render({ cells, looks, night, stop }: RowProps) {
    return (
      <g>
        {cells.map((cell, place) => {
          const look = looks[place] ?? null
          return look && <Cell key={cell.id} {...{ cell, night, look }} isStop={cell.id === stop} />
        })}
      </g>
    )
  }
}
