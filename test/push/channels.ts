import { randomUUID } from 'node:crypto'

/** An address that a browser was given; `key` is the one key whose signature it takes. RFC 8292, 4 */
export type Channel = { readonly id: string; readonly key: string | null; readonly isGone: boolean }

/** The addresses of one browser. What is gone stays known, so that it is answered with 410 and not 404. */
export const createChannels = () => {
  const byPath = new Map<string, Channel>()
  const endWhere = (isMeant: (channel: Channel) => boolean): void => {
    for (const [path, channel] of byPath)
      if (isMeant(channel)) byPath.set(path, { ...channel, isGone: true })
  }
  return {
    at: (path: string | undefined): Channel | undefined => byPath.get(path ?? ''),
    /** Answers the path of an address: the same for a channel that is named again, since a browser may ask twice. */
    register: (id: string, key: string | null): string => {
      const [known] = [...byPath].find(([, one]) => one.id === id && !one.isGone) ?? []
      if (known !== undefined) return known
      const path = `/push/${randomUUID()}`
      // Firefox pads it, and a signature's own copy of it is not padded.
      byPath.set(path, { id, key: key?.replace(/=+$/, '') ?? null, isGone: false })
      return path
    },
    unregister: (id: string): void => endWhere((channel) => channel.id === id),
    endAll: (): void => endWhere(() => true),
    standing: (): number => [...byPath.values()].filter(({ isGone }) => !isGone).length,
  }
}
export type Channels = ReturnType<typeof createChannels>
