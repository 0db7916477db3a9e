import { partyName, partyOf } from './party.ts'
import { clockTime, digitalTime } from './time.ts'

/** How a house writes: one row a house, one way a thing. */
type Style = {
  /** A time of day on London's clocks. */
  readonly time: (at: string) => string
  /** A share that was printed to one decimal: "35.9" is "35.9%". */
  readonly share: (printed: string) => string
  /** A swing that was printed: "23.9 percentage points". */
  readonly points: (printed: string) => string
  /** A party in a sentence. */
  readonly party: (id: string) => string
}

export const styles = {
  house: {
    time: clockTime,
    share: (printed) => `${printed}%`,
    points: (printed) => `${printed} percentage points`,
    party: partyName,
  },
  wire: {
    time: digitalTime,
    share: (printed) => `${printed} per cent`,
    points: (printed) => `${printed} points`,
    party: (id) => partyOf(id).short,
  },
} as const satisfies Record<string, Style>

export type StyleName = keyof typeof styles
