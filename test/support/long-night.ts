import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contest } from '@night/shared/contest'
import type { NightDefinition } from '@night/shared/night'
import { logFile, nightFile } from '@night/shared/recorded'
import type { Submission } from '@night/shared/submission'
import { instant, milliseconds } from '@night/shared/time'
import { record } from '@night/worker/import/recording'
import { sha256 } from '@night/worker/sha256'
import { emptyTable } from './almanac.ts'

const pollsClose = '2023-10-19T21:00:00.000Z'

const contestAt = (place: number): Contest => ({
  constituency: {
    id: `E99${String(place).padStart(6, '0')}`,
    name: `Testing ${place}`,
    region: 'Nowhere',
    country: 'England',
  },
  electorate: 77_777,
  candidates: ['lab', 'con', 'ld'].map((party) => ({
    id: `test-${party}`,
    name: `TEST ${party}`,
    party,
    description: party,
  })),
  previous: {
    election: '2019 general election',
    notional: false,
    votes: [
      { party: 'con', votes: 22_222 },
      { party: 'lab', votes: 11_111 },
    ],
    valid: 33_333,
    majority: 11_111,
  },
  holder: 'con',
  heldSince: null,
})

/** A recorded night of made-up seats that declare a minute apart, in absurd figures that nobody takes for real. */
export const writeLongNight = async (folder: string, id: string, seats: number): Promise<void> => {
  const contests = Array.from({ length: seats }, (_, place) => contestAt(place + 1))
  const definition: NightDefinition = {
    id,
    title: 'TEST night',
    kind: 'general-election',
    date: '2023-10-19',
    pollsClose,
    contests,
  }
  const at = (minutes: number) => instant(milliseconds(pollsClose) + minutes * 60_000)
  const { log } = record(
    definition,
    [
      { kind: 'opening', at: pollsClose, run: 1 },
      ...contests.map((contest, place) => readOut(contest, at(place + 1))),
      { kind: 'closing', at: at(seats + 1) },
    ],
    { sha256, table: emptyTable },
  )
  await mkdir(join(folder, id), { recursive: true })
  await writeFile(join(folder, id, nightFile), JSON.stringify(definition))
  await writeFile(
    join(folder, id, logFile),
    log.map((event) => `${JSON.stringify(event)}\n`).join(''),
  )
}

const readOut = (contest: Contest, at: string): Submission => {
  const votes = [11_111 + Number(contest.constituency.id.slice(-4)), 9_999, 1_111]
  return {
    kind: 'declaration',
    by: 'recording',
    declaration: {
      constituency: contest.constituency.id,
      revision: 1,
      declaredAt: at,
      votes: contest.candidates.map(({ id }, place) => ({
        candidate: id,
        votes: votes[place] ?? 0,
      })),
      valid: votes.reduce((sum, count) => sum + count, 0),
      rejected: 11,
      electorate: contest.electorate,
      verified: null,
      majority: null,
      elected: null,
      drawnByLot: null,
      reason: null,
    },
  }
}
