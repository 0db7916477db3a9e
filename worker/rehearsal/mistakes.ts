import type { Declaration } from '@night/shared/declaration'
import { instant } from '@night/shared/time'
import { between, type Random } from './random.ts'
import { leadersOf, objectionsTo, type ReadOut, withMoved } from './read-out.ts'
import type { Expectation } from './step.ts'

/** A wrong declaration, and what should become of it. */
type Mistake = {
  readonly body: Declaration
  readonly expect: Exclude<Expectation, 'published'>
  readonly why: string
}

/** What a mistake is made with: chance, the codes of other seats of the night, and when its polls closed. */
export type Makings = {
  readonly random: Random
  readonly otherSeats: readonly string[]
  readonly pollsClose: number
}

type Make = (readOut: ReadOut, makings: Makings) => Mistake | null

const withFigure = (declaration: Declaration, candidate: string, votes: number): Declaration => ({
  ...declaration,
  votes: declaration.votes.map((row) => (row.candidate === candidate ? { ...row, votes } : row)),
})

const mistypedDigit: Make = (readOut, { random }) => {
  const first = leadersOf(readOut)?.first
  if (!first) return null
  const digits = String(first.votes)
  const place = between(random, 0, digits.length - 1)
  const digit = (Number(digits[place]) + between(random, 1, 8)) % 10 || 9
  const typed = Number(`${digits.slice(0, place)}${digit}${digits.slice(place + 1)}`)
  if (typed === first.votes) return null
  const body = withFigure(readOut.declaration, first.candidate, typed)
  return { body, expect: 'held', why: 'One digit of the first figure is mistyped.' }
}

const leftOut: Make = ({ declaration }) =>
  declaration.votes.length < 2
    ? null
    : {
        body: { ...declaration, votes: declaration.votes.slice(0, -1) },
        expect: 'held',
        why: 'One candidate is left out.',
      }

/** Two figures in each other's place; where the checks could not know, who was elected was read out too. */
const swappedColumns: Make = (readOut) => {
  const two = leadersOf(readOut)
  if (!two) return null
  const { declaration } = readOut
  const { first, second } = two
  const elected = first.candidate
  const exchanged = withFigure(
    withFigure(declaration, elected, second.votes),
    second.candidate,
    first.votes,
  )
  const isOdd = objectionsTo(exchanged, readOut).length > 0
  const body = isOdd ? exchanged : { ...exchanged, elected }
  return { body, expect: 'held', why: 'The figures of the two first stand in each other’s place.' }
}

const moreThanElectors: Make = ({ declaration }) => ({
  body: { ...declaration, electorate: Math.floor(declaration.electorate / 10) },
  expect: 'held',
  why: 'The electorate lacks its last digit: more votes than electors.',
})

const wrongSeat: Make = ({ declaration }, { otherSeats }) => {
  const other = otherSeats.find((id) => id !== declaration.constituency)
  return other === undefined
    ? null
    : {
        body: { ...declaration, constituency: other },
        expect: 'held',
        why: 'The figures of one seat are sent as another’s.',
      }
}

const noSuchSeat: Make = ({ declaration }) => ({
  body: { ...declaration, constituency: 'E14999999' },
  expect: 'refused',
  why: 'Nobody stands in a seat of that code.',
})

const beforeTheClose: Make = ({ declaration }, { pollsClose }) => ({
  body: { ...declaration, declaredAt: instant(pollsClose - 60_000) },
  expect: 'refused',
  why: 'It is said to have been declared before the polls closed.',
})

const noSuchTime: Make = ({ declaration }) => ({
  body: { ...declaration, declaredAt: declaration.declaredAt.replace(/T\d\d/, 'T25') },
  expect: 'refused',
  why: 'No clock shows that time.',
})

const unknownCandidate: Make = ({ declaration }) => ({
  body: {
    ...declaration,
    votes: declaration.votes.map((row, place) =>
      place === 0 ? { ...row, candidate: 'test-nobody' } : row,
    ),
  },
  expect: 'held',
  why: 'A name that did not stand here.',
})

const namedTwice: Make = ({ declaration }) => ({
  body: { ...declaration, votes: [...declaration.votes, ...declaration.votes.slice(0, 1)] },
  expect: 'held',
  why: 'One candidate has two figures.',
})

const twoFiguresAsOne: Make = (readOut) => {
  const two = leadersOf(readOut)
  if (!two) return null
  const typed = Number(`${two.first.votes}${two.second.votes}`)
  if (typed <= 1_000_000) return null
  const body = withFigure(readOut.declaration, two.first.candidate, typed)
  return { body, expect: 'refused', why: 'Two figures are typed as one.' }
}

const tellingMajority: Make = (readOut) => {
  const two = leadersOf(readOut)
  if (!two || two.first.votes === two.second.votes) return null
  const { first, second } = two
  const moved = { from: first.candidate, to: second.candidate, votes: 1 }
  const body = { ...withMoved(readOut.declaration, moved), majority: first.votes - second.votes }
  return { body, expect: 'held', why: 'Two misheard figures add up; the majority read out tells.' }
}

/** All that goes wrong at a keyboard, each in one declaration. */
export const mistakes: readonly Make[] = [
  mistypedDigit,
  leftOut,
  swappedColumns,
  moreThanElectors,
  wrongSeat,
  noSuchSeat,
  beforeTheClose,
  noSuchTime,
  unknownCandidate,
  namedTwice,
  twoFiguresAsOne,
  tellingMajority,
]
