import { emptyBoard, foldAll } from '@night/shared/board'
import { milestones } from '@night/shared/tally/milestones'
import { stateOfParties } from '@night/shared/tally/parties'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'

const night2024 = '2024-07-04-general-election'

test('[TAL13] of parties level in seats it is said of the one that leads the state of the parties, whoever declared first', async () => {
  const board = foldAll(
    emptyBoard(await definitionOf(night2024), 'recorded'),
    await recordedLog(night2024),
  )
  const all = Object.entries(board.seatsById)
  const oneOf = (party: string) =>
    all.filter(([, { latest }]) => latest?.result.verdict.party === party).slice(0, 1)
  const awaited = all.map(([id, seat]) => [id, { ...seat, latest: null }] as const)
  for (const parties of [
    ['con', 'lab'],
    ['lab', 'con'],
  ]) {
    const declared = parties.flatMap(oneOf)
    const isDeclared = new Set(declared.map(([id]) => id))
    const seats = [...declared, ...awaited.filter(([id]) => !isDeclared.has(id))]
    const level = { ...board, seatsById: Object.fromEntries(seats) }
    const [leader] = stateOfParties(level)
    expect(milestones(level).next).toBe(
      leader?.party === 'lab'
        ? 'Labour needs 325 more for a majority'
        : 'The Conservatives need 325 more for a majority',
    )
  }
})
