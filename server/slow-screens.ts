import type { Logger } from 'pino'
import type { ScreenSocket } from './admission.ts'
import { packetsWaiting } from './fan-out/wire.ts'

/** Packets that may wait for one screen. Whoever reads more slowly is dropped, and catches up when it comes back. [FEED6] */
const mostWaiting = 200

/** Ends the connections whose readers do not keep up, before what waits for them fills the memory. */
export const dropSlowScreens = (sockets: Iterable<ScreenSocket>, log: Logger): void => {
  for (const socket of sockets) {
    const packets = packetsWaiting(socket.conn)
    if (packets <= mostWaiting) continue
    const { admission } = socket.data
    const night = admission?.admitted === true ? admission.handshake.night : null
    log.warn({ night, socket: socket.id, packets }, 'a screen reads too slowly and was dropped')
    socket.conn.close(true)
  }
}
