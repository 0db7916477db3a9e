import type { NightEvent } from '@night/shared/event'
import type { Clock } from '@night/shared/time'

type Reading = {
  readonly read: () => Promise<NightEvent[]>
  readonly clock: Clock
  readonly sleep: (milliseconds: number) => Promise<void>
}

const patience = 30_000

/**
 * A night's events, as soon as those up to this place are among them: a house may tell that something was published
 * before it has read the log that far. Throws in words where it does not get there.
 */
export const readUpTo = async (
  seq: number,
  { read, clock, sleep }: Reading,
): Promise<NightEvent[]> => {
  const deadline = clock.now() + patience
  for (;;) {
    const events = await read()
    if (events.length >= seq) return events
    if (clock.now() >= deadline)
      throw new Error(`The house has read its log up to event ${events.length} of ${seq} only.`)
    await sleep(50)
  }
}
