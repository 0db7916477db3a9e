import type { Line } from './line.ts'

/** A screen that was let in, and what it said of itself. */
export type Guest = {
  readonly line: Line
  readonly night: string
  readonly token: string | null
  readonly version: string | null
}

type Room = {
  readonly lines: Set<Line>
  /** The same side by side, found once for as long as nobody comes or goes. */
  array: readonly Line[] | null
}

/** Who is where: everyone is in several rooms, for as long as it is there. */
export const createRooms = (onEmpty: (room: string) => void) => {
  const guests = new Map<Line, Guest & { readonly rooms: readonly string[] }>()
  const roomsByName = new Map<string, Room>()

  /** A room whose lines are about to be others. */
  const change = (name: string): Room => {
    const room = roomsByName.get(name) ?? { lines: new Set(), array: null }
    room.array = null
    roomsByName.set(name, room)
    return room
  }
  const leaveRoom = (line: Line, name: string): void => {
    const { lines } = change(name)
    lines.delete(line)
    if (lines.size === 0 && roomsByName.delete(name)) onEmpty(name)
  }
  return {
    join: (guest: Guest, rooms: readonly string[]): void => {
      guests.set(guest.line, { ...guest, rooms })
      for (const name of rooms) change(name).lines.add(guest.line)
    },
    leave: (line: Line): void => {
      line.isOver = true
      for (const name of guests.get(line)?.rooms ?? []) leaveRoom(line, name)
      guests.delete(line)
    },
    guests: (): Iterable<Guest> => guests.values(),
    names: (): readonly string[] => [...roomsByName.keys()],
    size: (name: string): number => roomsByName.get(name)?.lines.size ?? 0,
    lines: (name: string): readonly Line[] => {
      const room = roomsByName.get(name)
      return room ? (room.array ??= [...room.lines]) : []
    },
  }
}
export type Rooms = ReturnType<typeof createRooms>
