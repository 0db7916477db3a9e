import type { Speed } from '@night/shared/replay'
import type { Clock } from '@night/shared/time'
import type { z } from 'zod'
import type { Send, Step } from './step.ts'
import { type Call, takenOrRefused } from './house.ts'

/** How a step was answered at the door, and when. */
export type Sent = { readonly sentAt: number; readonly answer: ReturnType<typeof takenOrRefused> }

type Parts = {
  readonly clock: Clock
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly send: (send: Send) => Promise<Sent['answer']>
  readonly isStopped: () => boolean
  readonly tell: (step: Step, sent: number) => void
}

/** Sends each step at its time on the rehearsal's clock, which begins with the first; until somebody stops it. [RHS3] */
export const conduct = async (
  steps: readonly Step[],
  speed: z.infer<typeof Speed>,
  { clock, sleep, send, isStopped, tell }: Parts,
): Promise<Sent[]> => {
  const began = clock.now()
  const first = steps[0]?.at ?? 0
  const sent: Sent[] = []
  for (const step of steps) {
    const due = speed === 'max' ? began : began + (step.at - first) / speed
    if (due > clock.now()) await sleep(due - clock.now())
    if (isStopped()) break
    const sentAt = clock.now()
    sent.push({ sentAt, answer: await send(step.send) })
    tell(step, sent.length)
  }
  return sent
}

const doors = {
  declaration: 'declarations',
  flash: 'flashes',
  status: 'status',
  withdrawal: 'withdrawals',
  note: 'notes',
} as const satisfies Readonly<Record<Send['kind'], string>>

/** The front door of a night: whatever kind it is, it goes the way that everybody's goes. */
export const doorOf =
  (call: Call, night: string) =>
  async ({ kind, body }: Send): Promise<Sent['answer']> =>
    takenOrRefused(await call('POST', `/api/nights/${night}/${doors[kind]}`, body))
