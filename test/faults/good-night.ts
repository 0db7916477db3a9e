import type { ResultEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { instant, milliseconds } from '@night/shared/time'
import { record } from '@night/worker/import/recording'
import { sha256 } from '@night/worker/sha256'
import { emptyTable } from '../support/almanac.ts'
import { definitionOf, isResult, recordedLog, resultToDeclaration } from '../support/night.ts'
import { present } from '../support/present.ts'
import type { Told } from './good-told.ts'

const seats = 6

/**
 * The first seats of 4 July 2024 as they were read out; of some it is first told how the count goes or who has won, one
 * is corrected, and one is taken back and declared again.
 */
export const recordedNight = async (): Promise<Told> => {
  const night = '2024-07-04-general-election'
  const results = (await recordedLog(night)).filter(isResult).slice(0, seats)
  const ids = new Set(results.map(({ constituency }) => constituency.id))
  const { contests, ...rest } = await definitionOf(night)
  const own = contests.filter(({ constituency }) => ids.has(constituency.id))
  const definition = { ...rest, contests: own }
  const { log, held } = record(definition, submissionsOf(definition, results), {
    sha256,
    table: emptyTable,
  })
  if (held.length > 0) throw new Error(`The night does not go: ${JSON.stringify(held)}`)
  return { definition, log }
}

const submissionsOf = (
  { pollsClose }: NightDefinition,
  results: readonly ResultEvent[],
): Submission[] => {
  const declared = results.map((event): Submission => ({
    kind: 'declaration',
    by: 'desk',
    declaration: resultToDeclaration(event),
  }))
  const [first, second, third] = [present(results[0]), present(results[1]), present(results[2])]
  const last = present(results.at(-1))
  return [
    { kind: 'opening', at: pollsClose, run: 1 },
    statusOf(first),
    flashOf(third),
    ...declared.slice(0, 4),
    noteAt(later(third, 0)),
    correctionOf(first, later(present(results[3]), 1)),
    ...declared.slice(4),
    withdrawalOf(second, later(last, 1)),
    againOf(second, later(last, 2)),
    { kind: 'closing', at: later(last, 5) },
  ]
}

const later = ({ at }: ResultEvent, minutes: number): string =>
  instant(milliseconds(at) + minutes * 60_000)

const statusOf = ({ constituency, at }: ResultEvent): Submission => {
  const status = { constituency: constituency.id, status: 'imminent', expectedAt: null } as const
  return { kind: 'status', at, by: 'desk', status: { ...status, text: null } }
}

const flashOf = ({ constituency, at, result }: ResultEvent): Submission => {
  const candidate = present(result.candidates[0]).id
  return { kind: 'flash', at, by: 'desk', flash: { constituency: constituency.id, candidate } }
}

const noteAt = (at: string): Submission => {
  const note = { constituency: null, text: 'TEST note', speaker: null, role: null, source: null }
  return { kind: 'note', at, by: 'desk', note }
}

/** One paper less for whoever was last. */
const correctionOf = (event: ResultEvent, declaredAt: string): Submission => {
  const read = resultToDeclaration(event)
  const last = read.votes.length - 1
  const votes = read.votes.map((row, place) =>
    place === last ? { ...row, votes: row.votes - 1 } : row,
  )
  const declaration = { ...read, votes, valid: read.valid - 1, revision: 2, declaredAt }
  return { kind: 'declaration', by: 'desk', declaration: { ...declaration, reason: 'TEST' } }
}

const withdrawalOf = ({ constituency }: ResultEvent, at: string): Submission => {
  const withdrawal = { constituency: constituency.id, revision: 1, reason: 'TEST' }
  return { kind: 'withdrawal', at, by: 'desk', withdrawal }
}

const againOf = (event: ResultEvent, declaredAt: string): Submission => {
  const declaration = { ...resultToDeclaration(event), revision: 2, declaredAt, reason: 'TEST' }
  return { kind: 'declaration', by: 'desk', declaration }
}
