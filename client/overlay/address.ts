import type { Mode } from '@night/shared/night'

/** What an overlay's address asks for. */
export type Address = {
  /** Seconds by which everything is shown later, so that graphics meet pictures that come by satellite. */
  readonly delay: number
  /** Whether what is not live may be shown, with its mark. */
  readonly allowsRehearsal: boolean
  /** Nothing is shown before play() was called. */
  readonly waits: boolean
  readonly seat: string | null
}

const longestDelay = 600

/** `?delay=8&mode=rehearsal&start=waiting&seat=E14001170`; what cannot be read is as if it were not there. [OVL2 OVL3] */
export const readAddress = (search: string): Address => {
  const query = new URLSearchParams(search)
  return {
    delay: Math.min(longestDelay, Math.max(0, Number(query.get('delay')) || 0)),
    allowsRehearsal: query.get('mode') === 'rehearsal',
    waits: query.get('start') === 'waiting',
    seat: query.get('seat') || null,
  }
}

/** The word that is burnt into a graphic that is not live. */
export type Mark = 'REHEARSAL' | 'REPLAY' | 'RECORDED' | null

/**
 * Whether a night of this mode may be drawn, and with which mark. Without the address's own word nothing that is not
 * live is ever drawn; a recording never is. [OVL3]
 */
export const clearance = (
  mode: Mode,
  { allowsRehearsal }: Pick<Address, 'allowsRehearsal'>,
): { readonly drawn: boolean; readonly mark: Mark } => {
  const mark = mode === 'rehearsal' ? 'REHEARSAL' : mode === 'replay' ? 'REPLAY' : null
  return { drawn: mode === 'live' || (mark !== null && allowsRehearsal), mark }
}
