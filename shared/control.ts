import { z } from 'zod'
import { Instant } from './instant.ts'
import { instant, milliseconds } from './time.ts'

/** Who drives a replay, since when, and when it was last driven. Nobody else moves it. */
export const Controller = z.strictObject({
  id: z.string(),
  name: z.string(),
  since: Instant,
  movedAt: Instant,
})
export type Controller = z.infer<typeof Controller>

export const Control = z.enum(['take', 'release'])
export type Control = z.infer<typeof Control>

/** Milliseconds without a move after which somebody else may take it. [RPR3] */
export const idleAfter = 60_000

const isIdle = ({ movedAt }: Controller, now: number): boolean =>
  now - milliseconds(movedAt) >= idleAfter

type Person = Pick<Controller, 'id' | 'name'>
type Wanted = { readonly who: Person; readonly control?: Control | undefined }

/** Who drives after somebody moves a replay, takes it or lets it go; “refused” while somebody else does. [RPR2 RPR3] */
export const controllerAfter = (
  before: Controller | null,
  { who: { id, name }, control }: Wanted,
  now: number,
): Controller | null | 'refused' => {
  const isOthers = before !== null && before.id !== id
  if (isOthers && !(control === 'take' && isIdle(before, now))) return 'refused'
  if (control === 'release') return null
  const at = instant(now)
  if (control === 'take' && (before === null || isOthers))
    return { id, name, since: at, movedAt: at }
  return before && { ...before, movedAt: at }
}
