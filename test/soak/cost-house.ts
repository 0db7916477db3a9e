import { setTimeout as sleep } from 'node:timers/promises'
import { Replay } from '@night/shared/replay'
import type { Call } from '../support/call.ts'
import { until } from '../support/until.ts'
import type { BarePage } from './bare-page.ts'
import type { FragileLine } from './fragile-line.ts'

/** What costs are measured in: the front door, a line that can be cut, one page. */
export type House = { readonly call: Call; readonly line: FragileLine; readonly page: BarePage }

export const recording = '2024-07-04-general-election'
const night = { of: recording, to: '2024-07-06T17:30:00.000Z' }
let rehearsals = 0

/** The general election again, standing still at a time. */
export const replayFrom = async ({ call }: House, from: string): Promise<Replay> => {
  const body = { ...night, from, speed: 1 }
  const replay = Replay.parse((await call('POST', '/api/replays', body)).body)
  await call('PATCH', `/api/replays/${replay.id}`, { playing: false })
  return replay
}

/** The general election, to be declared through the front door. */
export const openRehearsal = async ({ call }: House): Promise<string> => {
  const id = `costs-${(rehearsals += 1)}`
  await call('POST', '/api/nights', { id, mode: 'rehearsal', from: recording })
  return id
}

/** A house has room for so many replays. */
export const end = async ({ call }: House, id: string): Promise<void> => {
  await call('DELETE', `/api/replays/${id}`)
}

export const lastSeq = async ({ call }: House, id: string): Promise<number> => {
  const { body } = await call('GET', `/api/nights/${id}/events?since=0`)
  return typeof body === 'object' && body !== null && 'seq' in body ? Number(body.seq) : 0
}

/** Milliseconds after which a step has brought all that it brings. */
export const quiet = 250

/** The place of a log's last event, once it has so many and no more come. */
export const restingAt = async (house: House, night: string, least: number): Promise<number> =>
  until('the log rests', async () => {
    const seq = await lastSeq(house, night)
    if (seq < least) return false
    await sleep(quiet)
    return (await lastSeq(house, night)) === seq && seq
  })

/** Opens a screen with all that it is made of: a map and fonts come after the first picture. */
export const open = async ({ line, page }: House, screen: string, id: string): Promise<void> => {
  const last = screen === 'wall' ? '[data-cell]' : '[data-seq]'
  await page.goto(`${line.url}/${screen}?night=${id}&mode=rehearsal`, last)
  await page.evaluate('document.fonts.ready.then(() => true)')
}
