import { type ReadonlySignal, useComputed } from '@preact/signals'
import { dueTime } from '../due-time.ts'

type DueTimeProps = {
  readonly at: string
  readonly clock: ReadonlySignal<number | null>
  /** What stands before an hour alone. */
  readonly before?: string
}

/** When a seat is due; drawn again when its words change, and not with every minute. [GEW14] */
export const DueTime = ({ at, clock, before = '' }: DueTimeProps) => {
  const words = useComputed(() => dueTime(at, clock.value))
  return <>{words.value.includes(' ') ? words.value : `${before}${words.value}`}</>
}
