import type { ScreenMeasures } from '@night/shared/measures'
import { packetsWaiting } from './fan-out/line.ts'
import type { Guest } from './fan-out/rooms.ts'

/** The screens of this server at one moment, by night and by what they were built as. */
export type Census = {
  readonly nights: ReadonlyMap<string, { readonly screens: number; readonly behind: number }>
  readonly versions: ScreenMeasures['versions']
}

/** Anybody may say any version: so many are told apart. */
const mostVersions = 8

/** Counts screens; one is behind where something waits to be written to it. [OBS5] */
export const takeCensus = (guests: Iterable<Guest>): Census => {
  const nights = new Map<string, { screens: number; behind: number }>()
  const versions = new Map<string | null, number>()
  for (const { line, night, version } of guests) {
    const { screens, behind } = nights.get(night) ?? { screens: 0, behind: 0 }
    const isBehind = packetsWaiting(line) > 0 ? 1 : 0
    nights.set(night, { screens: screens + 1, behind: behind + isBehind })
    versions.set(version, (versions.get(version) ?? 0) + 1)
  }
  return { nights, versions: mostFirst(versions) }
}

const mostFirst = (counts: ReadonlyMap<string | null, number>): ScreenMeasures['versions'] => {
  const all = [...counts]
    .map(([version, screens]) => ({ version, screens }))
    .toSorted((a, b) => b.screens - a.screens)
  const others = all.slice(mostVersions).reduce((sum, { screens }) => sum + screens, 0)
  const named = all.slice(0, mostVersions)
  return others === 0 ? named : [...named, { version: 'other', screens: others }]
}
