import type { Told } from './good-told.ts'
import { run, timesOf } from './good-lines.ts'
import type { HistoryLine, Shown } from './history.ts'
import { between, type Random } from '@night/worker/rehearsal/random'
import { isResult } from './reading.ts'

type Client = { readonly told: Told; readonly shown: readonly Shown[]; readonly client: string }

/** A screen that joins somewhere, loses touch now and then, and is sent what it missed or a whole board. */
export const clientLines = ({ told, shown, client }: Client, random: Random): HistoryLine[] => {
  const { log, definition } = told
  const times = timesOf(log)
  const lineOf = (kind: 'recv' | 'reset', seq: number, t: number): HistoryLine => ({
    t,
    pid: 2,
    role: 'screen',
    kind,
    night: definition.id,
    client,
    seq,
    hash: log[seq - 1]?.hash ?? '',
    shown: shown[seq],
  })
  let place = between(random, 0, Math.floor(log.length / 2))
  const lines = [lineOf('reset', place, (times[place - 1] ?? times[0] ?? 0) + 20)]
  while (place < log.length) {
    const isLost = random() < 0.25
    const upTo = Math.min(log.length, place + (isLost ? between(random, 1, 4) : 1))
    const t = (times[upTo - 1] ?? 0) + 50
    if (isLost)
      lines.push({ ...run(t), role: 'screen', kind: 'reconnect', night: definition.id, client })
    if (isLost && random() < 0.3) lines.push(lineOf('reset', upTo, t))
    else for (let seq = place + 1; seq <= upTo; seq += 1) lines.push(lineOf('recv', seq, t))
    place = upTo
  }
  return lines
}

/** Two phones that follow all seats; a third of the alerts comes twice, because a worker died in between. */
export const deviceLines = ({ definition, log }: Told, random: Random): HistoryLine[] => {
  const times = timesOf(log)
  const seats = definition.contests.map(({ constituency }) => constituency.id)
  const head = { pid: 3, role: 'device', night: definition.id } as const
  return ['phone-1', 'phone-2'].flatMap((device): HistoryLine[] => {
    const since = between(random, 0, 3)
    const alerts = log.slice(since).flatMap((event): HistoryLine[] => {
      if (!isResult(event) && event.kind !== 'withdrawn') return []
      const { kind, seq, constituency, revision } = event
      const t = (times[seq - 1] ?? 0) + 80
      const id = `${kind}-${constituency.id}-${revision}`
      const alert = {
        ...head,
        t,
        kind: 'alert',
        device,
        id,
        tag: `seat-${constituency.id}`,
        seq,
      } as const
      return random() < 0.3 ? [alert, { ...alert, t: t + 900 }] : [alert]
    })
    const t = (times[since] ?? 0) - 500
    return [{ ...head, t, kind: 'subscribe', device, seats, since }, ...alerts]
  })
}
