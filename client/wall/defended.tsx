import type { Seat } from '@night/shared/board'
import { grouped } from '@night/shared/figures'
import { PartyChip } from '../parts/party-chip.tsx'
import { type Defence, defenceOf, shortName } from '../seat-words.ts'
import type { Figure } from './figures-of.ts'
import { Figures } from './figures.tsx'
import { LastTime } from './last-time.tsx'

type DefendedProps = {
  readonly seat: Seat
  /** How wide it is drawn, 1 for half a wall. */
  readonly measure?: number
}

/**
 * Who defends the seat, by how much, what would take it, and the votes of last time; once somebody has won it, who did,
 * by how much and what would have. [WALL7 WALL15]
 */
export const Defended = ({ seat, measure = 1 }: DefendedProps) => {
  const { previous } = seat.contest
  const isOver = seat.flash !== null
  const defence = defenceOf(seat.contest)
  return (
    <div class="defended">
      {defence ? (
        <>
          <p class="defended-holder">
            <PartyChip party={defence.party} /> {holderWords(defence, isOver)}
          </p>
          <Figures figures={defenceFigures(defence, isOver)} />
        </>
      ) : (
        <p class="defended-holder">A new seat: nothing to defend</p>
      )}
      {previous && <LastTime previous={previous} measure={measure} />}
    </div>
  )
}

const holderWords = ({ since, satAs, takenIn }: Defence, isOver: boolean): string => {
  if (satAs !== null && takenIn !== null) return `last time, ${shortName(satAs)} since ${takenIn}`
  return [
    since === null
      ? isOver
        ? 'defended'
        : 'defends'
      : `${isOver ? 'held it ' : ''}since ${since}`,
    satAs && `last MP sat as ${shortName(satAs)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const defenceFigures = ({ majority, swing }: Defence, isOver: boolean): Figure[] => [
  {
    label: isOver ? 'Majority last time' : 'Majority to defend',
    value: grouped(majority),
    note: null,
  },
  ...(swing
    ? [
        {
          label: `${shortName(swing.to)} ${isOver ? 'needed' : 'needs'}`,
          value: swing.printed,
          unit: 'pts',
          note: null,
        },
      ]
    : []),
]
