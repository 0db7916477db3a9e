import type { Logger } from 'pino'
import { cut, packetsWaiting } from './fan-out/line.ts'
import type { Rooms } from './fan-out/rooms.ts'

/** Packets that may wait for one screen. Whoever reads more slowly is dropped, and catches up when it comes back. [FEED6] */
const mostWaiting = 200

/** Ends the connections whose readers do not keep up, before what waits for them fills the memory. */
export const dropSlowScreens = (rooms: Pick<Rooms, 'guests' | 'leave'>, log: Logger): void => {
  for (const { line, night } of rooms.guests()) {
    const packets = packetsWaiting(line)
    if (packets <= mostWaiting) continue
    log.warn({ night, socket: line.id, packets }, 'a screen reads too slowly and was dropped')
    cut(line)
    rooms.leave(line)
  }
}
