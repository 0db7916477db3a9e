import type { Declaration } from '@night/shared/declaration'
import type { NightDefinition } from '@night/shared/night'
import type { Submission } from '@night/shared/submission'
import { instant, milliseconds } from '@night/shared/time'

const minute = 60_000

/**
 * What is sent in during a night: it opens when the polls close, each declaration comes at its time, and it closes one
 * minute after the last, if there is one. `declarations` come in the order of their times.
 */
export const programmeOf = (
  { pollsClose }: NightDefinition,
  declarations: readonly Declaration[],
): Submission[] => {
  const last = declarations.at(-1)
  return [
    { kind: 'opening', at: pollsClose, run: 1 },
    ...declarations.map((declaration): Submission => {
      return { kind: 'declaration', declaration, by: 'recording' }
    }),
    ...(last ? [closingAfter(last)] : []),
  ]
}

const closingAfter = ({ declaredAt }: Declaration): Submission => ({
  kind: 'closing',
  at: instant(milliseconds(declaredAt) + minute),
})
