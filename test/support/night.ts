import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Declaration } from '@night/shared/declaration'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import { logFile, nightFile, parseLog, parseNight } from '@night/shared/recorded'
import { expect } from 'vitest'
import { type Call, root } from './house.ts'

export const october = '2023-10-19-by-elections'
export const rutherglen = '2023-10-05-rutherglen-and-hamilton-west'
export const tamworth = 'E14000986'
export const midBedfordshire = 'E14000813'

export const nightName = (): string => `test-${randomBytes(6).toString('hex')}`

const folder = (night: string): string => join(root, 'data', 'nights', night)
export const definitionOf = async (night: string) =>
  parseNight(await readFile(join(folder(night), nightFile), 'utf8'))
export const recordedLog = async (night: string) =>
  parseLog(await readFile(join(folder(night), logFile), 'utf8'))

export const isResult = (event: NightEvent): event is ResultEvent =>
  event.kind === 'declared' || event.kind === 'corrected'

/** What the returning officer read out, as it was recorded. */
export const declarationOf = async (night: string, constituency: string): Promise<Declaration> => {
  const event = (await recordedLog(night))
    .filter(isResult)
    .find((one) => one.constituency.id === constituency)
  if (!event) throw new Error(`${constituency} is not recorded in ${night}`)
  const { turnout, candidates } = event.result
  return {
    constituency,
    revision: 1,
    declaredAt: event.at,
    votes: candidates.map(({ id, votes }) => ({ candidate: id, votes })),
    valid: turnout.valid,
    rejected: turnout.rejected,
    electorate: turnout.electorate,
    majority: null,
    drawnByLot: null,
    reason: null,
  }
}

/** The same declaration with other votes for some candidates. */
export const withVotes = (
  declaration: Declaration,
  votes: Readonly<Record<string, number>>,
): Declaration => ({
  ...declaration,
  votes: declaration.votes.map((row) => ({ ...row, votes: votes[row.candidate] ?? row.votes })),
})

/** Opens a rehearsal from a recorded night, under a name of its own. */
export const openRehearsal = async (call: Call, from: string): Promise<string> => {
  const id = nightName()
  expect(await call('POST', '/api/nights', { id, mode: 'rehearsal', from })).toMatchObject({
    status: 201,
  })
  return id
}
