import { baselineWinner } from '@night/shared/baseline'
import { Baseline } from '@night/shared/contest'
import { z } from 'zod'
import type { House } from './house.ts'

const Night = z.object({
  contests: z.array(
    z.object({
      constituency: z.object({ id: z.string() }),
      candidates: z.array(z.object({ party: z.string() })),
      previous: Baseline.nullable(),
    }),
  ),
})

type Asked = {
  readonly night: string
  readonly seat?: readonly string[] | undefined
  readonly party?: readonly string[] | undefined
}

/**
 * What was asked for and is not in a night, in words: nothing is ever said of it, and a slip of the hand looks like a
 * quiet count. Nothing where the night cannot be read; whoever follows it is told that. [CLI8]
 */
export const strangersIn = async (house: House, asked: Asked): Promise<string[]> => {
  const { night, seat = [], party = [] } = asked
  if (seat.length + party.length === 0) return []
  const told = await house.get(Night, `/api/nights/${night}`)
  if (!told.ok) return []
  const { contests } = told.answer
  const seats = new Set(contests.map(({ constituency }) => constituency.id))
  const parties = new Set(
    contests.flatMap(({ candidates }) => candidates.map((candidate) => candidate.party)),
  )
  // Who won last time can lose, also without a candidate.
  const losers = new Set(contests.map(({ previous }) => previous && baselineWinner(previous)))
  const known = [...parties].toSorted().join(', ')
  return [
    ...seat.filter((id) => !seats.has(id)).map((id) => `${id} is not contested on this night.`),
    ...party
      .filter((id) => !parties.has(id) && !losers.has(id))
      .map((id) => `Nobody stands for “${id}” on this night. Those who stand: ${known}.`),
  ]
}
