import { type ReadonlySignal, signal } from '@preact/signals'
import { keep, readKept } from '../parts/machine-storage.ts'

/** Of all tabs of a machine in which a seat is open, the one that writes. [ENT9] */
export type Pen = {
  readonly isHere: ReadonlySignal<boolean>
  /** Asked of the machine itself, which knows before this tab is told. */
  readonly isStillHere: () => boolean
  readonly take: () => void
  /** Nothing is left to be written: another tab may. */
  readonly leave: () => void
}

/**
 * The tab that was opened last writes, until it is closed or another takes over. Where nothing is kept, no tab overwrites
 * what another has.
 */
export const createPen = (night: string, seat: string): Pen => {
  const key = `entry-tab:${night}:${seat}`
  const me = crypto.getRandomValues(new Uint32Array(2)).join('-')
  const isHere = signal(true)
  const isStillHere = (): boolean => {
    const holder = readKept(key)
    isHere.value = holder === me || (holder === null && isHere.peek())
    return isHere.peek()
  }
  const take = (): void => {
    keep(key, me)
    isHere.value = true
  }
  const leave = (): void => {
    if (readKept(key) === me) keep(key, null)
  }
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return
    if (!isStillHere() && readKept(key) === null) take()
  })
  addEventListener('pagehide', () => {
    leave()
    // A page that comes back from there begins with what was written meanwhile.
    isHere.value = false
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) take()
  })
  take()
  return { isHere, isStillHere, take, leave }
}
