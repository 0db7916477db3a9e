import { useMemo } from 'preact/hooks'
import { signal } from '@preact/signals'
import { BattlegroundWall } from '../battleground/battleground.tsx'
import type { Followed } from '../parts/follow-night.ts'
import { Schedule } from '../schedule/schedule.tsx'
import { SeatPage } from '../seat/seat-page.tsx'
import { Wall } from '../wall/wall.tsx'
import type { Deck } from './deck.ts'
import { seatOf } from './seat-choice.tsx'

/** The screen that follows, as it is drawn anywhere; it cannot tell a replay from a night. [RPY7] */
export const Screen = ({ deck }: { readonly deck: Deck }) => {
  const { history, board, moment, now } = deck
  const shown = { history, board, moment, now }
  switch (deck.view.value.screen) {
    case 'wall':
      return <Wall {...shown} />
    case 'schedule':
      return <Schedule {...shown} />
    case 'battleground':
      return <BattlegroundWall {...shown} />
    case 'seat':
      return <OneSeat deck={deck} />
  }
}

const OneSeat = ({ deck }: { readonly deck: Deck }) => {
  const { history, board, now, say, view, books } = deck
  // The replay's own voice says what arrives.
  const followed: Followed = useMemo(
    () => ({ history, board, now, say, spoken: signal('') }),
    [deck],
  )
  const key = `${seatOf(deck)} ${view.value.hindsight}`
  return <SeatPage key={key} id={seatOf(deck)} {...{ followed, books }} />
}
