import { join } from 'node:path'
import { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { nightName } from '../../support/night.ts'
import { createProgram } from '../../support/program.ts'
import { until } from '../../support/until.ts'
import type { HistoryLine, Line } from '../history.ts'
import type { Bounds } from '../reading.ts'
import { createHistoryFile } from './history-file.ts'
import type { House } from './house.ts'
import { openLive } from './open-live.ts'
import { racesIn } from './races.ts'

export const recording = '2024-07-04-general-election'

/** Clients of one server that are a process of their own. */
export type Group = { readonly server: 0 | 1; readonly count: number; readonly isLight?: true }
export const hundred: readonly Group[] = [
  { server: 0, count: 50 },
  { server: 1, count: 50 },
]

/** A live night of its own in a house, with the clients that follow it and the history that all write. */
export const openStand = async (house: House, groups: readonly Group[]) => {
  const night = nightName()
  const openedAt = Date.now()
  await openLive(house.urls[0] ?? '', { night, from: recording })
  const history = createHistoryFile(join(house.folder, `${night}.ndjson`))
  const clients = groups.map(({ server, count, isLight }, place) =>
    createProgram({
      path: `test/faults/run/${isLight ? 'light-clients' : 'clients'}-main.ts`,
      ready: 'clients are there',
      environment: {},
      patience: 120_000,
      words: [house.urls[server] ?? '', night, String(count), history.path, `screen-${place + 1}-`],
    }),
  )
  const close = async (): Promise<void> =>
    void (await Promise.all(clients.map((program) => program.kill())))
  try {
    await Promise.all(clients.map((program) => program.start()))
  } catch (fault) {
    await close()
    throw fault
  }
  const head = (role: HistoryLine['role'] = 'run') => ({ t: Date.now(), pid: process.pid, role })
  const keys = nightKeys('live', night)
  const findings = new Map<string, number>()
  const saidBefore = house.saidByWorkers.length
  const memory = { most: {} as Bounds['memory'] }
  return {
    ...house,
    night,
    clients,
    clientCount: groups.reduce((sum, { count }) => sum + count, 0),
    keys,
    note: history.note,
    head,
    /** A figure that this run found, for its line in the table. */
    found: (what: string, value: number): void => void findings.set(what, value),
    findings: () => Object.fromEntries(findings),
    /** The most that a process of each role may hold on this night, where a disturbance has found that out. */
    memory,
    history: history.read,
    /** What a process said of itself, for the checker. */
    noteProbed: (lines: readonly Line[]): void => {
      for (const { at: _, ...line } of lines) history.note(line)
    },
    probed: async () => (await house.probed()).filter(({ t }) => t >= openedAt),
    /** Where workers met on this night. */
    races: () => racesIn(house.saidByWorkers.slice(saidBefore)),
    logNow: async () =>
      (await house.redis.xrange(keys.log, '-', '+')).map(([, fields]) =>
        NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? '')),
      ),
    isQuiet: () =>
      until(
        'everything is decided',
        async () => (await house.redis.scard(keys.pending)) === 0,
        60_000,
      ),
    /** Ends the clients; the house stays. */
    close,
  }
}
export type Stand = Awaited<ReturnType<typeof openStand>>
