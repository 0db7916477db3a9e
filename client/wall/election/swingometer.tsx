import type { Board } from '@night/shared/board'
import { partyOf } from '@night/shared/party'
import { pairThatMatters, type SwingSoFar, swingSoFar } from '@night/shared/tally/swing'
import { colours } from '../../colours.ts'
import { emsOf } from '../../fit.ts'
import { dialOf } from './dial.ts'

/** The swing between the two parties that matter: a dial, and the same in words. [GEW7] */
export const Swingometer = ({ board }: { readonly board: Board }) => {
  const pair = pairThatMatters(board)
  const swing = pair && swingSoFar(board, pair)
  if (!swing) return null
  const { points, seats, place } = swing
  return (
    <section class="swing" aria-label="Swing so far">
      <Dial swing={swing} />
      <p class="swing-points">
        {points.printed}
        <span class="swing-unit"> pts</span>
      </p>
      <p class="swing-pair">
        {partyOf(swing.from).short} to {partyOf(swing.to).short}
      </p>
      <p class="swing-base">
        swing in {seats} {seats === 1 ? 'seat' : 'seats'} of {place}
      </p>
    </section>
  )
}

/** Below the middle of its side, or as far in as a long name needs: "Alliance" would run over the edge. */
const nameAt = (name: string, side: number): number => {
  const x = Math.min(95, 119 - emsOf(name) * 11.5)
  return side === 0 ? -x : x
}

const Dial = ({ swing }: { readonly swing: SwingSoFar }) => {
  const { sides, angle, ticks, needle } = dialOf(swing)
  return (
    <svg class="dial" viewBox="-120 -116 240 146" aria-hidden="true">
      {sides.map(({ party, path }) => (
        <path key={party} class="dial-side" d={path} style={colours(party)} />
      ))}
      {sides.map(({ party }, index) => (
        <text key={party} class="dial-name" x={nameAt(partyOf(party).short, index)} y="25">
          {partyOf(party).short}
        </text>
      ))}
      {ticks.map(({ points, path }) => (
        <path key={points} class="dial-tick" d={path} data-zero={points === 0} />
      ))}
      <path class="dial-needle" d={needle} style={{ '--angle': `${angle}deg` }} />
      <circle class="dial-hub" r="11" />
    </svg>
  )
}
