import type { Declaration } from '@night/shared/declaration'
import { instant } from '@night/shared/time'
import { between, type Random, some } from '../random.ts'
import {
  isSound,
  leadersOf,
  nameOf,
  objectionsTo,
  type ReadOut,
  readOutToStep,
  withMoved,
} from '../read-out.ts'
import type { Source } from '../source.ts'
import type { Step } from '../step.ts'

const minute = 60_000
const most = 6

/** Wrong figures that add up go out, and are put right minutes later, when phones have rung; one result is taken back. */
export const corrections = ({ readOuts, random }: Source): Step[] => {
  const wrong = new Map<ReadOut, Declaration>()
  for (const readOut of some(random, readOuts.filter(isSound), most)) {
    const misread = misreadOf(readOut, random)
    if (misread) wrong.set(readOut, misread)
  }
  const [withdrawn] = wrong.keys()
  return readOuts.flatMap((readOut) => {
    const misread = wrong.get(readOut)
    if (!misread) return [readOutToStep(readOut)]
    const at = readOut.at + between(random, 4, 12) * minute
    return [
      publishedWrongly(readOut, misread),
      ...putRight(readOut, at),
      ...(readOut === withdrawn ? takenBack(readOut, at + 10 * minute) : []),
    ]
  })
}

/** Part of the first's votes with the second, such that nothing speaks against it; null where no part will do. */
const misreadOf = (readOut: ReadOut, random: Random): Declaration | null => {
  const two = leadersOf(readOut)
  if (!two) return null
  const part = 0.03 + 0.12 * random()
  const parts = [part, part / 2, part / 4, part / 8]
  return (
    parts
      .map((one) => {
        const votes = Math.max(1, Math.round(two.first.votes * one))
        const [from, to] = [two.first.candidate, two.second.candidate]
        return withMoved(readOut.declaration, { from, to, votes })
      })
      .find((misread) => objectionsTo(misread, readOut).length === 0) ?? null
  )
}

const publishedWrongly = ({ at }: ReadOut, body: Declaration): Step => ({
  at,
  send: { kind: 'declaration', body },
  expect: 'published',
  why: 'Wrong figures that add up: nothing can tell.',
})

const reason = 'Two figures were misheard; the returning officer confirmed them.'

const putRight = (readOut: ReadOut, at: number): Step[] => {
  const { declaration } = readOut
  const send = (more: Partial<Declaration>) =>
    ({ kind: 'declaration', body: { ...declaration, declaredAt: instant(at), ...more } }) as const
  return [
    {
      at,
      send: send({ revision: 1 }),
      expect: 'held',
      why: `${nameOf(readOut)} has figures already; others need a later revision.`,
    },
    {
      at: at + minute / 2,
      send: send({ revision: 2 }),
      expect: 'held',
      why: 'A correction needs a reason.',
    },
    {
      at: at + minute,
      send: send({ revision: 2, reason }),
      expect: 'published',
      why: 'The figures as they were read out.',
    },
  ]
}

const takenBack = ({ declaration }: ReadOut, at: number): Step[] => {
  const { constituency } = declaration
  const withdrawal = (revision: number) =>
    ({
      kind: 'withdrawal',
      body: { constituency, revision, reason: 'The returning officer stopped the declaration.' },
    }) as const
  const body = { ...declaration, declaredAt: instant(at + 5 * minute) }
  return [
    { at, send: withdrawal(1), expect: 'held', why: 'That revision does not stand any more.' },
    { at: at + minute, send: withdrawal(2), expect: 'published', why: 'The result is taken back.' },
    {
      at: at + 4 * minute,
      send: { kind: 'declaration', body: { ...body, revision: 2, reason: 'As before.' } },
      expect: 'held',
      why: 'What was taken back comes back only as a later revision.',
    },
    {
      at: at + 5 * minute,
      send: { kind: 'declaration', body: { ...body, revision: 3, reason: 'Declared anew.' } },
      expect: 'published',
      why: 'Declared anew, with a reason.',
    },
  ]
}
