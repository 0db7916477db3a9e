import type { Mode } from '@night/shared/night'

/** "REHEARSAL: " before whatever leaves a night that is not live; nothing before what does. [EXP3] */
export const modeMark = (mode: Mode): string => (mode === 'live' ? '' : `${mode.toUpperCase()}: `)

/** A file's name says it too: `rehearsal-my-night-results.csv`. */
export const fileName = (mode: Mode, rest: string): string =>
  mode === 'live' ? rest : `${mode}-${rest}`
