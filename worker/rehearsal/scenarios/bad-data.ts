import type { Declaration } from '@night/shared/declaration'
import { instant, milliseconds } from '@night/shared/time'
import { type Makings, mistakes } from '../mistakes.ts'
import { some } from '../random.ts'
import { isSound, nameOf, type ReadOut, readAt, readOutToStep, withMoved } from '../read-out.ts'
import type { Source } from '../source.ts'
import type { Step } from '../step.ts'

const minute = 60_000
const ahead = 3 * 60 * minute

/** Everything that goes wrong at a keyboard, in a few seats; then each as it should be, twice, and once otherwise. */
export const badData = ({ definition, readOuts, random }: Source): Step[] => {
  const chosen = some(random, readOuts.filter(isSound), mistakes.length + 1)
  const makings: Makings = {
    random,
    otherSeats: some(random, definition.contests, 2).map(({ constituency }) => constituency.id),
    pollsClose: milliseconds(definition.pollsClose),
  }
  const early = chosen.length > 1 ? chosen.at(-1) : undefined
  const mistaken = chosen.filter((readOut) => readOut !== early)
  return readOuts.flatMap((readOut) => {
    if (readOut === early) return [fastClock(readOut)]
    const turn = mistaken.indexOf(readOut)
    if (turn < 0) return [readOutToStep(readOut)]
    const wrong = mistakes
      .filter((_, place) => place % mistaken.length === turn)
      .flatMap((make) => make(readOut, makings) ?? [])
    return [
      ...wrong.map(({ body, expect, why }, place): Step => {
        const at = readOut.at + place * minute
        return { at, send: { kind: 'declaration', body }, expect, why }
      }),
      ...asItShouldBe(readAt(readOut, readOut.at + (wrong.length + 1) * minute)),
    ]
  })
}

/** A clock that is hours fast. A rehearsal may be of a night to come, so its door takes any time after the polls. */
const fastClock = (readOut: ReadOut): Step => ({
  ...readOutToStep({
    ...readOut,
    declaration: { ...readOut.declaration, declaredAt: instant(readOut.at + ahead) },
  }),
  why: 'Its clock is three hours fast. Only a live night refuses what is still to come.',
})

const asItShouldBe = (readOut: ReadOut): Step[] => {
  const { declaration, at } = readOut
  const right = readOutToStep(readOut, 'As it should be.')
  const send = (body: Declaration) => ({ kind: 'declaration', body }) as const
  const again = { ...right, again: true } as const
  const [one, other] = declaration.votes
  const otherwise =
    one && other
      ? withMoved(declaration, { from: one.candidate, to: other.candidate, votes: 1 })
      : { ...declaration, electorate: declaration.electorate + 1 }
  return [
    right,
    { ...again, at: at + 1000, why: 'The same once more: one event.' },
    {
      ...again,
      at: at + 2000,
      send: send({ ...declaration, votes: declaration.votes.toReversed() }),
      why: 'The same with its candidates in another order: one event.',
    },
    {
      at: at + minute,
      send: send(otherwise),
      expect: 'held',
      why: `${nameOf(readOut)} has declared already, with other figures.`,
    },
  ]
}
