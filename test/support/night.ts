import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import { logFile, nightFile, parseLog, parseNight } from '@night/shared/recorded'
import { root } from './root.ts'

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

export const contestOf = async (night: string, id: string): Promise<Contest> => {
  const { contests } = await definitionOf(night)
  const contest = contests.find(({ constituency }) => constituency.id === id)
  if (!contest) throw new Error(`${id} is not in ${night}`)
  return contest
}

export const isResult = (event: NightEvent): event is ResultEvent =>
  event.kind === 'declared' || event.kind === 'corrected'

/** What the returning officer read out, as it was recorded. */
export const declarationOf = async (night: string, constituency: string): Promise<Declaration> => {
  const event = (await recordedLog(night))
    .filter(isResult)
    .find((one) => one.constituency.id === constituency)
  if (!event) throw new Error(`${constituency} is not recorded in ${night}`)
  return resultToDeclaration(event)
}

/** The votes as they were read out, from what was said of them. */
export const resultToDeclaration = (event: ResultEvent): Declaration => {
  const { turnout, candidates } = event.result
  return {
    constituency: event.constituency.id,
    revision: 1,
    declaredAt: event.at,
    votes: candidates.map(({ id, votes }) => ({ candidate: id, votes })),
    valid: turnout.valid,
    rejected: turnout.rejected,
    electorate: turnout.electorate,
    verified: null,
    majority: null,
    elected: null,
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
