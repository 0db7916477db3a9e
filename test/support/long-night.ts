import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyHead, type Head, link } from '@night/shared/chain'
import type { Contest } from '@night/shared/contest'
import type { NightEvent, UnplacedEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { logFile, nightFile } from '@night/shared/recorded'
import { instant, milliseconds } from '@night/shared/time'
import { declare } from '@night/worker/declare'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
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
    kind: 'by-elections',
    date: '2023-10-19',
    pollsClose,
    contests,
  }
  const at = (minutes: number) => instant(milliseconds(pollsClose) + minutes * 60_000)
  const open = { night: id, mode: 'recorded', publishedAt: pollsClose } as const
  const events: UnplacedEvent[] = [
    {
      ...open,
      kind: 'opened',
      at: pollsClose,
      title: definition.title,
      constituencies: seats,
      run: 1,
    },
    ...contests.map((contest, place) => declaredAt(contest, id, at(place + 1))),
    { ...open, kind: 'closed', at: at(seats + 1) },
  ]
  let head: Head = emptyHead
  const log = events.map((event): NightEvent => {
    const placed = link(head, event, sha256)
    head = placed
    return placed
  })
  await mkdir(join(folder, id), { recursive: true })
  await writeFile(join(folder, id, nightFile), JSON.stringify(definition))
  await writeFile(
    join(folder, id, logFile),
    log.map((event) => `${JSON.stringify(event)}\n`).join(''),
  )
}

const declaredAt = (contest: Contest, night: string, at: string): UnplacedEvent => {
  const votes = [11_111 + Number(contest.constituency.id.slice(-4)), 9_999, 1_111]
  const decision = declare({
    submission: {
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
        majority: null,
        drawnByLot: null,
        reason: null,
      },
    },
    contest,
    latest: null,
    night: { id: night, mode: 'recorded' },
    publishedAt: at,
  })
  if (decision.outcome === 'held') throw new Error(JSON.stringify(decision.reasons))
  return decision.event
}
