/** Milliseconds for which what follows quickly on something is gathered, to be one write for each screen. */
const lasts = 20

type Gathered<Of, One> = { of: Of; readonly some: One[]; readonly timer: NodeJS.Timeout }

/** Hands on at once what comes in a quiet moment; what comes within 20 ms of that is handed on together. */
export const createGathering = <Of, One>(handOn: (of: Of, some: readonly One[]) => void) => {
  const gathered = new Map<string, Gathered<Of, One>>()

  const end = (key: string): Gathered<Of, One> | undefined => {
    const found = gathered.get(key)
    clearTimeout(found?.timer)
    gathered.delete(key)
    return found
  }

  const handOnNow = (key: string, of: Of, some: readonly One[]): void => {
    gathered.set(key, { of, some: [], timer: setTimeout(() => flush(key), lasts) })
    handOn(of, some)
  }

  const flush = (key: string): void => {
    const found = end(key)
    if (found && found.some.length > 0) handOnNow(key, found.of, found.some)
  }

  return {
    add: (key: string, of: Of, some: readonly One[]): void => {
      const found = gathered.get(key)
      if (!found) return handOnNow(key, of, some)
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
