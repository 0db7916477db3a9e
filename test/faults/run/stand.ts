import { join } from 'node:path'
import { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { caller } from '../../support/call.ts'
import { nightName } from '../../support/night.ts'
import { createProgram } from '../../support/program.ts'
import { until } from '../../support/until.ts'
import type { HistoryLine } from '../history.ts'
import { createHistoryFile } from './history-file.ts'
import type { House } from './house.ts'
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
  await openLive(house, night)
  const history = createHistoryFile(join(house.folder, `${night}.ndjson`))
  const clients = groups.map(({ server, count, isLight }, place) =>
    createProgram({
      path: `test/faults/run/${isLight ? 'light-clients' : 'clients'}-main.ts`,
      ready: 'clients are there',
      environment: {},
      words: [house.urls[server] ?? '', night, String(count), history.path, `screen-${place + 1}-`],
    }),
  )
  await Promise.all(clients.map((program) => program.start()))
  const head = (role: HistoryLine['role'] = 'run') => ({ t: Date.now(), pid: process.pid, role })
  const keys = nightKeys('live', night)
  const findings = new Map<string, number>()
  const saidBefore = house.saidByWorkers.length
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
    history: history.read,
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
    close: async (): Promise<void> => {
      for (const one of clients) one.signal('SIGTERM')
      await Promise.all(clients.map((one) => one.ended()))
    },
  }
}
export type Stand = Awaited<ReturnType<typeof openStand>>

const openLive = async ({ urls }: House, night: string): Promise<void> => {
  const call = caller(urls[0] ?? '')
  await call('POST', '/api/nights', { id: night, mode: 'live', from: recording })
  const scope = { name: 'Second person', role: 'editor', nights: [night] }
  const second = Object((await call('POST', '/api/officers', scope)).body).token
  for (const person of [call, call.as(String(second))])
    await person('POST', `/api/nights/${night}/arming`, { phrase: `GO LIVE ${night}` })
}
