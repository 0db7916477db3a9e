import type { Replay, ReplayChange } from '@night/shared/replay'
import type { Talk, Told } from '../../parts/talk.ts'

type Parts = {
  readonly talk: Pick<Talk, 'patch' | 'post'>
  readonly path: string
  /** What became of a move; `isLast` while no other waits. */
  readonly onTold: (told: Told<Replay>, isLast: boolean) => void
}

/** Sends one move after the other: what is wanted while one is under way is sent as one when it is done. [RPR1] */
export const createDriving = ({ talk, path, onTold }: Parts) => {
  let waiting: ReplayChange = {}
  let steps = 0
  let isBusy = false
  const isLast = (): boolean => steps === 0 && Object.keys(waiting).length === 0
  const send = (): Promise<Told<Replay>> => {
    if (Object.keys(waiting).length === 0) {
      steps -= 1
      return talk.post(`${path}/step`, {})
    }
    const change = waiting
    waiting = {}
    return talk.patch(path, change)
  }
  const goOn = async (): Promise<void> => {
    if (isBusy || isLast()) return
    isBusy = true
    const told = await send()
    isBusy = false
    // Whoever may not do this may not do what comes after it.
    if (!told.ok) [waiting, steps] = [{}, 0]
    onTold(told, isLast())
    await goOn()
  }
  return {
    move: (change: ReplayChange): void => {
      waiting = { ...waiting, ...change }
      void goOn()
    },
    /** To the next event. */
    step: (): void => {
      steps += 1
      void goOn()
    },
  }
}
