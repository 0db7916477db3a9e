import { setTimeout as sleep } from 'node:timers/promises'
import { isResult, recordedLog, resultToDeclaration } from '../support/night.ts'
import type { Sender } from '../faults/run/sender.ts'

/** The first declarations of a recorded night and when each was made, in milliseconds from the first one. */
export const declarationsOf = async (recording: string, most: number) => {
  const events = (await recordedLog(recording))
    .filter(isResult)
    .filter(({ kind }) => kind === 'declared')
    .slice(0, most)
  const first = Date.parse(events[0]?.at ?? '')
  return events.map((event) => ({
    declaration: resultToDeclaration(event),
    after: Date.parse(event.at) - first,
  }))
}
export type Timed = Awaited<ReturnType<typeof declarationsOf>>

/** Sends each at its time, so many times faster than it was; whoever has to send again keeps nobody waiting. */
export const declareInTime = async (sender: Sender, timed: Timed, speed: number): Promise<void> => {
  const startedAt = Date.now()
  const sending = timed.map(async ({ declaration, after }) => {
    await sleep(Math.max(0, startedAt + after / speed - Date.now()))
    await sender.send(declaration)
  })
  await Promise.all(sending)
}
