import type { NightEvent } from '@night/shared/event'
import { type Content, contentOf } from './content.ts'
import { type Bare, run, timesOf } from './good-lines.ts'
import type { HistoryLine } from './history.ts'
import type { Random } from '@night/worker/rehearsal/random'
import { isResult } from './reading.ts'

/** The id of what was sent to become this event. */
export const idOf = (night: string, place: number): string => `${night}-${place}`

/** Acknowledged at once; or the answer is lost, and it is sent again or not. */
export const sendLines = (
  { night, event, t }: { readonly night: string; readonly event: NightEvent; readonly t: number },
  random: Random,
): HistoryLine[] => {
  const content = contentOf(event)
  if (content === null) return []
  const submit = submitLine({ night, id: idOf(night, event.seq), t: t - 300 }, content)
  const ack: Bare<'ack'> = { ...run(t - 200), kind: 'ack', night, id: submit.id }
  const lot = random()
  if (lot < 0.1) return [submit]
  return lot < 0.3 ? [submit, { ...submit, t: t - 250 }, ack] : [submit, ack]
}

type Sending = { readonly night: string; readonly id: string; readonly t: number }

export const submitLine = ({ night, id, t }: Sending, content: Content): Bare<'submit'> => ({
  ...run(t),
  kind: 'submit',
  night,
  id,
  content,
  by: 'desk',
  may: null,
})

/** One that is held back to the end, and one that the door does not take. */
export const turnedDown = (
  night: string,
  { sent, t }: { readonly sent: readonly NightEvent[]; readonly t: number },
): HistoryLine[] => {
  const first = sent.find(isResult)
  const content = first && contentOf(first)
  if (content?.kind !== 'result') return []
  const [held, refused] = [`${night}-held`, `${night}-refused`]
  return [
    submitLine({ night, id: held, t }, { ...content, revision: 8 }),
    { ...run(t + 1), kind: 'ack', night, id: held },
    { ...run(t + 2), kind: 'reject', night, id: held, where: 'desk' },
    submitLine({ night, id: refused, t }, { ...content, revision: 9 }),
    { ...run(t + 1), kind: 'reject', night, id: refused, where: 'door' },
  ]
}

/** Where the worker put what was sent, as far as it put there what was sent. */
export const placedLines = (
  night: string,
  { sent, log }: { readonly sent: readonly NightEvent[]; readonly log: readonly NightEvent[] },
): HistoryLine[] => {
  const times = timesOf(log)
  return log.flatMap((event, place): HistoryLine[] => {
    const { seq, hash } = event
    if (sent[place]?.hash !== hash || event.kind === 'opened') return []
    const t = (times[place] ?? 0) + 10
    return [{ ...run(t), role: 'worker', kind: 'append', night, id: idOf(night, seq), seq, hash }]
  })
}
