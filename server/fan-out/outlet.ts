import type { Server } from 'socket.io'
import type { ScreenData } from '../admission.ts'
import type { ScreenToServer, ServerToScreen } from '@night/shared/protocol'
import type { Parcel } from './parcel.ts'
import { bytesOf, send } from './wire.ts'

export type Screens = Server<ScreenToServer, ServerToScreen, Record<string, never>, ScreenData>

/** Sends everyone in a room the same, each in one write, and counts how. */
export const createOutlet = (io: Screens) => {
  const writes = { straight: 0, queued: 0 }
  return {
    /** Answers to how many. */
    send: (room: string, parcels: readonly Parcel[]): number => {
      const bytes = bytesOf(parcels)
      const { adapter, sockets } = io.of('/')
      let screens = 0
      for (const id of adapter.rooms.get(room) ?? []) {
        const socket = sockets.get(id)
        if (!socket) continue
        writes[send(socket, parcels, bytes)] += 1
        screens += 1
      }
      return screens
    },
    /** Since the start: what went straight to a screen's connection, and what had to queue for it. */
    writes: (): Writes => ({ ...writes }),
  }
}
export type Outlet = ReturnType<typeof createOutlet>
export type Writes = Readonly<Record<'straight' | 'queued', number>>
