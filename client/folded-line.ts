import type { Heard } from './history.ts'
import { createLine, type Transports } from './line.ts'

/** What is made of what a line brings. Pure; times are milliseconds on this machine's clock. */
type Folding<State> = {
  readonly begin: State
  readonly hear: (state: State, heard: Heard, now: number) => State
  /** What to say on each connecting. */
  readonly hello: (state: State) => object
  /** Whether something has to be asked for before it can go on. */
  readonly isBehind: (state: State) => boolean
}

export type LinePlace = {
  /** Where the server is; the page's own by default. */
  readonly url?: string | undefined
  readonly transports?: Transports | undefined
}

/** A state that follows a line for as long as it is open, through every drop. */
export type Folded<State> = {
  readonly current: () => State
  /** Calls back after each change; the answer ends it. */
  readonly subscribe: (listener: (state: State) => void) => () => void
  readonly close: () => void
}

export const createFoldedLine = <State>(
  { begin, hear, hello, isBehind }: Folding<State>,
  place: LinePlace,
): Folded<State> => {
  let state = begin
  const listeners = new Set<() => void>()
  const line = createLine({
    ...place,
    hello: () => hello(state),
    onHeard: (heard) => {
      state = hear(state, heard, Date.now())
      for (const listener of listeners) listener()
      if (isBehind(state)) line.askAgain()
    },
  })
  return {
    current: () => state,
    subscribe: (listener) => {
      // Of its own: one function that subscribes twice is told twice, and each time ends alone.
      const own = (): void => {
        try {
          listener(state)
        } catch (fault) {
          // A listener's fault is reported as any other is, and stops neither other listeners nor the line. [PKG3]
          queueMicrotask(() => {
            throw fault
          })
        }
      }
      listeners.add(own)
      return () => listeners.delete(own)
    },
    close: () => {
      listeners.clear()
      line.close()
      state = hear(state, { kind: 'dropped' }, Date.now())
    },
  }
}
