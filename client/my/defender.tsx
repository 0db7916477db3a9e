import type { Seat } from '@night/shared/board'
import { grouped } from '@night/shared/figures'
import { defenceOf, shortName } from '../seat-words.ts'

/** "Con defends 19,634". */
export const Defender = ({ contest }: Pick<Seat, 'contest'>) => {
  const defence = defenceOf(contest)
  return (
    <span class="defender">
      {defence ? `${shortName(defence.party)} defends ${grouped(defence.majority)}` : 'a new seat'}
    </span>
  )
}
