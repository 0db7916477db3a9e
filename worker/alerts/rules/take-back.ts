import { withoutPending } from './collected.ts'
import { neverCame } from './heard.ts'
import type { Device, Matched } from './matched.ts'
import type { News } from './news.ts'

type Back = { readonly matched: Matched; readonly news: News }

/**
 * A majority, or a hung parliament, that is no more: whoever was told it is told so at once, whatever their rules say
 * now, and nobody else. What still waits was told to nobody. [ALR8 ALR11]
 */
export const takeBack = (device: Device, { matched, news }: Back): Matched => {
  const { message, takesBack } = news
  const { collected, rows } = matched
  const said = takesBack && standingOf(device, takesBack)
  const isHeard = said !== undefined && !device.waiting?.has(said)
  const waits = collected.pending.some(({ id }) => isWaiting(id, news))
  return {
    collected: waits ? withoutPending(collected, message.tag) : collected,
    rows: isHeard && !device.told.has(message.id) ? [...rows, { message, state: 'queued' }] : rows,
  }
}

/** Of what is taken back, what nobody has begun to send. */
export const neverBegunBy = (device: Device, { takesBack }: News): string[] => {
  const said = takesBack && standingOf(device, takesBack)
  return said !== undefined && device.waiting?.has(said) ? [said] : []
}

/** Whether this is what the news takes back. */
export const isWaiting = (id: string, { takesBack }: News): boolean =>
  takesBack !== undefined && id.startsWith(takesBack.said)

/** The last that was said and not taken back since, by its id. */
const standingOf = (
  { told, collected: { pending } }: Device,
  { said, own }: NonNullable<News['takesBack']>,
): string | undefined => {
  const came = [...told].flatMap(([id, state]) =>
    neverCame.has(state) || pending.some((one) => one.id === id) ? [] : id,
  )
  const last = (beginning: string): string | undefined =>
    came
      .filter((id) => id.startsWith(beginning))
      .toSorted((a, b) => seqOf(a) - seqOf(b))
      .at(-1)
  const [lastSaid, lastBack] = [last(said), last(own)]
  if (lastSaid === undefined) return undefined
  return lastBack !== undefined && seqOf(lastBack) > seqOf(lastSaid) ? undefined : lastSaid
}

/** An id ends with its place in the log. */
const seqOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1))
