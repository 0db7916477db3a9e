import type { Delivery } from '@night/shared/alert/message'
import { signal } from '@preact/signals'
import type { ServerSide } from './server-side.ts'

type Parts = {
  readonly server: Pick<ServerSide, 'deliveries'>
  readonly arrived: (fresh: readonly Delivery[]) => void
  readonly later?: (call: () => void, milliseconds: number) => unknown
}

/** Milliseconds after which it is asked again, and how often: an alert comes after its event, and its receipt later. */
const pause = 1000
const times = 3

/**
 * What was sent to this phone. A poke asks at once and three times more; pokes in between ask no oftener, so a night
 * at full speed is no storm. [ALR72]
 */
export const createLog = ({ server, arrived, later = setTimeout }: Parts) => {
  const deliveries = signal<readonly Delivery[] | null>(null)
  let left = 0
  const ask = async (): Promise<void> => {
    const told = await server.deliveries()
    if (!told.ok) return
    const before = deliveries.value
    deliveries.value = told.answer.deliveries
    if (before === null) return
    const known = new Set(before.map(({ message }) => message.id))
    arrived(told.answer.deliveries.filter(({ message }) => !known.has(message.id)))
  }
  const askLater = (): void =>
    void later(() => {
      left -= 1
      void ask()
      if (left > 0) askLater()
    }, pause)
  const poke = (): void => {
    const isAsking = left > 0
    left = times
    if (isAsking) return
    void ask()
    askLater()
  }
  return { deliveries, poke }
}
