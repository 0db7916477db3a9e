import type { AlertState, OutboxRow } from '@night/shared/alert/message'

/** What was not even tried, or met nobody. Of all else it may be that the device has it. */
export const neverCame: ReadonlySet<AlertState> = new Set(['late', 'gone', 'refused'])

/**
 * What became of a row: of a line what became of its digest, which says figures that followed a winner too. What was
 * tried and then came too late may have been heard all the same. [ALR11]
 */
export const stateOf = (row: OutboxRow, digest: OutboxRow | null): AlertState => {
  if (row.state === 'collected') {
    return digest && neverCame.has(stateOf(digest, null)) ? digest.state : 'collected'
  }
  return row.state === 'late' && row.tries > 0 ? 'parked' : row.state
}
