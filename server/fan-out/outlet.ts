import { send } from './line.ts'
import { createBatch, type Parcel } from './parcel.ts'
import type { Rooms } from './rooms.ts'

/** The screens of a room whose turn it is, of so many turns; turns count from 0. */
type Share = { readonly turn: number; readonly of: number }
const whole: Share = { turn: 0, of: 1 }

/** Sends everyone in a room the same, each in one write, and counts how. */
export const createOutlet = (rooms: Pick<Rooms, 'lines'>) => {
  const writes = { straight: 0, queued: 0 }
  return {
    /** To all of a room, or to those whose turn it is. Answers how many there are. */
    send: (room: string, parcels: readonly Parcel[], { turn, of }: Share = whole): number => {
      const lines = rooms.lines(room)
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
