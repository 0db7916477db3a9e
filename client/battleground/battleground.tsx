import type { Board } from '@night/shared/board'
import { partyOf } from '@night/shared/party'
import { battleground, type Battleground } from '@night/shared/tally/battleground'
import { colours } from '../colours.ts'
import { Frame } from '../wall/frame.tsx'
import type { WallProps } from '../wall/open-wall.tsx'
import {
  firstShown,
  outcomesOf,
  reachWords,
  readPair,
  surprisesIn,
  titleWords,
} from './battle-words.ts'
import { pairOf } from './pair.ts'
import { TargetRow } from './target-row.tsx'
import { TargetStrip } from './target-strip.tsx'

const asked = readPair(new URLSearchParams(location.search))

/** The wall of one battle: what one party defends against another. [GEW10] */
export const BattlegroundWall = ({ history, board, now }: WallProps) => (
  <Frame name="battleground" {...{ history, board, now }}>
    {board.value === null ? null : <Battle board={board.value} />}
  </Frame>
)

/** So many targets in two columns on a wall. */
const shownRows = 14

const Battle = ({ board }: { readonly board: Board }) => {
  const pair = asked ?? pairOf(board)
  const battle = pair && battleground(board, pair)
  if (!battle) return <p class="waiting">Nothing here was contested by two parties last time</p>
  if (battle.targets.length === 0) {
    return <p class="waiting">No seat stands between these two</p>
  }
  const first = firstShown(battle, shownRows)
  return (
    <div class="battle">
      <header class="headline">
        <h2>{titleWords(battle)}</h2>
        <Swing {...battle} />
      </header>
      <TargetStrip {...battle} />
      <Outcomes {...battle} />
      <Sums {...battle} />
      <ol class="targets">
        {battle.targets.map((target, index) => (
          <TargetRow
            key={target.seat.contest.constituency.id}
            target={target}
            isBeyond={index === battle.falling && index > 0}
            isFar={index < first || index >= first + shownRows}
          />
        ))}
      </ol>
    </div>
  )
}

const Swing = ({ swing }: Battleground) =>
  swing && (
    <p class="battle-swing">
      <b>{swing.points.printed}</b> pts {partyOf(swing.from).short} to {partyOf(swing.to).short}, in{' '}
      {swing.seats} {swing.seats === 1 ? 'seat' : 'seats'} of {swing.place}
    </p>
  )

/** What the colours of the strip are, in words: who won how many of the targets. */
const Outcomes = ({ targets }: Battleground) => (
  <ul class="outcomes">
    {outcomesOf(targets).map(({ party, words }) => (
      <li key={words}>
        {party !== null && (
          <span class="chip" style={colours(party)} aria-hidden="true">
            {partyOf(party).letter}
          </span>
        )}{' '}
        {words}
      </li>
    ))}
  </ul>
)

const Sums = (battle: Battleground) => {
  const { beyond, missed } = surprisesIn(battle.targets)
  return (
    <ul class="sums">
      {battle.swing && (
        <>
          <li>
            <b>{beyond}</b> taken beyond the line
          </li>
          <li>
            <b>{missed}</b> missed inside it
          </li>
        </>
      )}
      <li>Figures: the swing each needs, pts</li>
      <li class="sums-reach">{reachWords(battle)}</li>
    </ul>
  )
}
