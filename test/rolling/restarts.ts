import { setTimeout as sleep } from 'node:timers/promises'
import type { RollingStand } from './stand.ts'

/** One program that was stopped by SIGTERM and started again: milliseconds, and the code it ended with. */
export type Restart = {
  readonly of: string
  readonly stopped: number
  readonly started: number
  readonly code: number | null
}

/** Milliseconds between one that is ready again and the next that goes. */
const pause = 1500

/** Every server and every worker in turn, again and again until `isOver`; a round that was begun is ended. */
export const restartInTurn = async (
  { servers, workers, note, head }: RollingStand,
  isOver: () => boolean,
): Promise<Restart[]> => {
  const turn = [
    ...servers.map((program, place) => ({ program, of: `server ${place + 1}` })),
    ...workers.map((program, place) => ({ program, of: `worker ${place + 1}` })),
  ]
  const restarts: Restart[] = []
  while (!isOver()) {
    for (const { program, of } of turn) {
      await sleep(pause)
      note({ ...head(), kind: 'fault-start', fault: 'kill', of })
      const startedAt = performance.now()
      program.signal('SIGTERM')
      const code = await program.ended()
      const endedAt = performance.now()
      await program.start()
      note({ ...head(), kind: 'fault-end', fault: 'kill', of })
      const started = Math.round(performance.now() - endedAt)
      restarts.push({ of, stopped: Math.round(endedAt - startedAt), started, code })
    }
  }
  return restarts
}
