import { isDeclared } from '@night/shared/declared'
import { standingWords } from '@night/shared/standing-words'
import type { Submission } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import { expect, test } from 'vitest'
import { emptyTable } from '../support/almanac.ts'
import { definitionOf, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'
import { declarationsIn, tell } from '../support/told.ts'

const election = '2019-12-12-general-election'
const definition = await definitionOf(election)
const inOrder = declarationsIn(
  timeline(await recordedLog(election), 1).map(({ submission }) => submission),
).slice(0, 40)
const [blythValley, workington] = ['E14000575', 'E14001053']

/** What is said of each declared seat, once all of these were told. */
const said = (submissions: readonly Submission[]) =>
  Object.fromEntries(
    Object.values(tell(definition, emptyTable, submissions).board.seatsById)
      .filter(isDeclared)
      .map((seat) => [seat.contest.constituency.id, { seat, words: standingWords(seat) }]),
  )

test('[REC7] what is told of a seat loses a line that a late arrival makes untrue', () => {
  const isLate = ({ declaration }: (typeof inOrder)[number]) =>
    declaration.constituency === blythValley
  const late = said([...inOrder.filter((one) => !isLate(one)), ...inOrder.filter(isLate)])
  const { seat, words } = present(late[workington])
  expect(seat.latest.words.line).toMatch(/, the first gain of the night$/)
  expect(seat.latest.words.story).toContain('It is the first gain of the night.')
  expect(words.line).toMatch(/, swing 9\.7$/)
  expect(words.story).not.toContain('It is the first gain of the night.')
  expect(present(late[blythValley]).words.line).toMatch(/, the first gain of the night$/)
})

test('[REC7] in whatever order the same declarations arrive, the same is told of every seat in the end', () => {
  const turned = said(inOrder.toReversed())
  for (const [id, { words, seat }] of Object.entries(said(inOrder))) {
    expect(words).toEqual(seat.latest.words)
    expect(present(turned[id]).words).toEqual(words)
  }
})
