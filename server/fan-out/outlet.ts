import type { Server } from 'socket.io'
import type { ScreenData } from '../admission.ts'
import type { ScreenToServer, ServerToScreen } from '@night/shared/protocol'
import { createBatch, type Parcel } from './parcel.ts'
import { type Line, lineOf, send } from './wire.ts'

export type Screens = Server<ScreenToServer, ServerToScreen, Record<string, never>, ScreenData>

/** The screens of a room whose turn it is, of so many turns; turns count from 0. */
type Share = { readonly turn: number; readonly of: number }
const whole: Share = { turn: 0, of: 1 }

/** Sends everyone in a room the same, each in one write, and counts how. */
export const createOutlet = (io: Screens) => {
  const writes = { straight: 0, queued: 0 }
  const linesOf = createLines(io)
  return {
    /** To all of a room, or to those whose turn it is. Answers how many there are. */
    send: (room: string, parcels: readonly Parcel[], { turn, of }: Share = whole): number => {
      const lines = linesOf(room)
      const batch = createBatch(parcels, lines.length / of)
      for (let place = turn; place < lines.length; place += of) {
        const line = lines[place]
        if (line) writes[send(line, batch)] += 1
      }
      return lines.length
    },
    /** Since the start: what went straight to a screen's connection, and what had to queue for it. */
    writes: (): Writes => ({ ...writes }),
  }
}
export type Outlet = ReturnType<typeof createOutlet>
export type Writes = Readonly<Record<'straight' | 'queued', number>>

/** The lines of a room side by side, found once for as long as nobody comes or goes. */
const createLines = (io: Screens) => {
  const linesByRoom = new Map<string, readonly Line[]>()
  const { adapter, sockets } = io.of('/')
  const forget = (room: string): void => void linesByRoom.delete(room)
  for (const change of ['join-room', 'leave-room', 'delete-room']) adapter.on(change, forget)
  const find = (room: string): Line[] =>
    [...(adapter.rooms.get(room) ?? [])].flatMap((id) => {
      const socket = sockets.get(id)
      return socket ? [lineOf(socket)] : []
    })
  return (room: string): readonly Line[] => {
    const known = linesByRoom.get(room)
    if (known) return known
    const lines = find(room)
    if (lines.length > 0) linesByRoom.set(room, lines)
    return lines
  }
}
