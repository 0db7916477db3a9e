import type { Logger } from 'pino'
import type { ScreenSocket } from './admission.ts'

/** Packets that may wait for one screen. Whoever reads more slowly is dropped, and catches up when it comes back. [FEED6] */
const mostWaiting = 200

/** Engine.IO keeps what could not be written yet in a field that it does not publish. */
const waiting = (socket: ScreenSocket): number => {
  const buffer: unknown = Reflect.get(socket.conn, 'writeBuffer')
  return Array.isArray(buffer) ? buffer.length : 0
}

/** Ends the connections whose readers do not keep up, before what waits for them fills the memory. */
export const dropSlowScreens = (sockets: Iterable<ScreenSocket>, log: Logger): void => {
  for (const socket of sockets) {
    const packets = waiting(socket)
    if (packets <= mostWaiting) continue
    log.warn({ socket: socket.id, packets }, 'a screen reads too slowly and was dropped')
    socket.conn.close(true)
  }
}
