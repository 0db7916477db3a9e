import { useMemo } from 'preact/hooks'
import { signal } from '@preact/signals'
import { BattlegroundWall } from '../battleground/battleground.tsx'
import type { Followed } from '../parts/follow-night.ts'
import type { Books } from '../parts/reading.ts'
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
  const { history, board, now, say, view } = deck
  const books = useMemo(() => booksOf(deck), [deck])
  // The replay's own voice says what arrives.
  const followed: Followed = useMemo(
    () => ({ history, board, now, say, spoken: signal('') }),
    [deck],
  )
  const key = `${seatOf(deck)} ${view.value.hindsight}`
  return <SeatPage key={key} id={seatOf(deck)} {...{ followed, books }} />
}

/** What a seat's page asks for is all in hand, and only as far as it was told. */
const booksOf = ({ night, tape, count }: Deck): Books => ({
  contest: async (id) => {
    const found = night.value.contests.find(({ constituency }) => constituency.id === id)
    return { ok: true, answer: found ?? null }
  },
  eventsOf: async (id) => ({
    ok: true,
    answer: tape.value.entries
      .slice(0, count.value)
      .map(({ event }) => event)
      .filter((event) => 'constituency' in event && event.constituency?.id === id),
  }),
})
