import { timesSaid } from '@night/shared/said-at'
import { milliseconds } from '@night/shared/time'
import type { Desk } from './desk.ts'
import { recordedLog } from './night.ts'

/** A replay that stands still at a moment, as soon as the server has read all that it has by then. */
export const stillReplay = async (desk: Desk, of: string, at: string) => {
  const times = timesSaid(await recordedLog(of))
  const replay = await desk.replay({ of, from: at, speed: 1, playing: false })
  await desk.reached(replay.night, times.filter((time) => time <= milliseconds(at)).length)
  return replay
}
