import type { Books } from '../parts/reading.ts'
import type { DeckState } from './deck-state.ts'

/** What a seat's page asks for is all in hand, and only as far as it was told. */
export const booksOf = ({
  night,
  tape,
  count,
}: Pick<DeckState, 'night' | 'tape' | 'count'>): Books => ({
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
