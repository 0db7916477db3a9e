/** Milliseconds for which what follows quickly on something is gathered, to be one write for each screen. */
const least = 20
const most = 100
/**
 * After one alone 20 ms; nothing where handing it on took longer, as to thousands of screens, and what comes next has
 * waited for it already. After several, for each that comes within 20 ms as long as handing on took: it has a third of the
 * time where a hundred come a second, and the thicker they come, the rarer it is. How many came together says less: the
 * longer the pause, the more they are.
 */
const pauseAfter = (took: number, count: number, within: number): number => {
  if (count > 1)
    return Math.min(most, Math.max(least, took * (count / Math.max(within, least)) * least))
  return took < least ? least : 0
}

type Came<Of, One> = { readonly of: Of; readonly some: readonly One[] }
type Gathered<Of, One> = {
  of: Of
  readonly some: One[]
  /** When what came before it was handed on. */
  readonly began: number
  timer?: NodeJS.Timeout
}

/**
 * Hands on at once what comes in a quiet moment; what comes within 20 ms of that is handed on together, and while
 * several come together, within up to 100 ms where handing on takes long. `now`: milliseconds.
 */
export const createGathering = <Of, One>(
  handOn: (of: Of, some: readonly One[]) => void,
  now: () => number,
) => {
  const gathered = new Map<string, Gathered<Of, One>>()

  const end = (key: string): Gathered<Of, One> | undefined => ended(gathered, key)

  /** `since`: when what came before it was handed on, where it had to wait for that. */
  const handOnNow = (key: string, { of, some }: Came<Of, One>, since?: number): void => {
    const began = now()
    const within = since === undefined ? 0 : began - since
    const next: Gathered<Of, One> = { of, some: [], began }
    gathered.set(key, next)
    try {
      handOn(of, some)
    } finally {
      next.timer = setTimeout(() => flush(key), pauseAfter(now() - began, some.length, within))
    }
  }

  const flush = (key: string): void => {
    const found = end(key)
    if (found && found.some.length > 0) handOnNow(key, found, found.began)
  }

  return {
    add: (key: string, of: Of, some: readonly One[]): void => {
      const found = gathered.get(key)
      if (!found) return handOnNow(key, { of, some })
      found.of = of
      found.some.push(...some)
    },
    /** What was gathered goes now. */
    flush,
    /** What was gathered is void. */
    drop: (key: string): void => void end(key),
    close: (): void => [...gathered.keys()].forEach(end),
  }
}

const ended = <Of, One>(
  gathered: Map<string, Gathered<Of, One>>,
  key: string,
): Gathered<Of, One> | undefined => {
  const found = gathered.get(key)
  clearTimeout(found?.timer)
  gathered.delete(key)
  return found
}
