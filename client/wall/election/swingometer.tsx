import type { Board } from '@night/shared/board'
import { partyOf } from '@night/shared/party'
import { pairThatMatters, type SwingSoFar, swingSoFar } from '@night/shared/tally/swing'
import { colours } from '../../colours.ts'
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

const Dial = ({ swing }: { readonly swing: SwingSoFar }) => {
  const { sides, angle, ticks, needle } = dialOf(swing)
  return (
    <svg class="dial" viewBox="-120 -116 240 146" aria-hidden="true">
      {sides.map(({ party, path }) => (
        <path key={party} class="dial-side" d={path} style={colours(party)} />
      ))}
      {sides.map(({ party }, index) => (
        <text key={party} class="dial-name" x={index === 0 ? -95 : 95} y="25">
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
