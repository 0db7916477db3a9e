import type { Battleground, Target, TargetState } from '@night/shared/tally/battleground'
import type { Pair } from '@night/shared/tally/swing'
import { fit } from '../fit.ts'
import { shortName } from '../seat-words.ts'

/** The pair that the address asks for, "?from=con&to=lab"; null for what it leaves out. [GEW10] */
export const readPair = (query: URLSearchParams): Pair | null => {
  const [from, to] = [query.get('from'), query.get('to')]
  const isParty = (id: string | null): id is string => id !== null && /^[a-z0-9-]{1,40}$/.test(id)
  return isParty(from) && isParty(to) && from !== to ? { from, to } : null
}

/** "Lab targets from Con". */
export const titleWords = ({ from, to }: Pair): string =>
  `${shortName(to)} targets from ${shortName(from)}`

/** How far the swing so far reaches. */
export const reachWords = ({ swing, falling, targets, to }: Battleground): string => {
  if (swing === null) return 'No swing yet'
  if (swing.to !== to) return `The swing so far is to ${shortName(swing.to)}: none would fall`
  return `${falling} of ${targets.length} fall at the swing so far`
}

/** What became of a target, in a word. */
export const stateWords = ({ state, winner }: Target): string => {
  switch (state) {
    case 'awaited':
      return ''
    case 'taken':
      return 'TAKEN'
    case 'held':
      return 'HELD'
    case 'lost':
      return `TO ${shortName(winner ?? '').toUpperCase()}`
  }
}

type Outcome = { readonly party: string | null; readonly words: string }

/** So many parties have room beside each other. */
const mostParties = 5

/** Who won how many of the targets, the most first, and how many are to come: "Lab took 111". [GEW10] */
export const outcomesOf = (targets: readonly Target[]): readonly Outcome[] => {
  const byParty = new Map<string, { readonly state: TargetState; readonly seats: number }>()
  for (const { winner, state } of targets) {
    if (winner === null) continue
    byParty.set(winner, { state, seats: (byParty.get(winner)?.seats ?? 0) + 1 })
  }
  const won = [...byParty].toSorted(([, a], [, b]) => b.seats - a.seats)
  const others = won.slice(mostParties).reduce((sum, [, { seats }]) => sum + seats, 0)
  const awaited = targets.filter(({ winner }) => winner === null).length
  return [
    ...won.slice(0, mostParties).map(([party, { state, seats }]) => ({
      party,
      words: `${shortName(party)} ${state === 'held' ? 'held' : 'took'} ${seats}`,
    })),
    ...(others > 0 ? [{ party: null, words: `others took ${others}` }] : []),
    ...(awaited > 0 ? [{ party: null, words: `${awaited} to come` }] : []),
  ]
}

/** Taken though the swing so far does not reach it; held or gone elsewhere though it does. */
export const surprisesIn = (
  targets: readonly Target[],
): { readonly beyond: number; readonly missed: number } => ({
  beyond: targets.filter(({ state, fallsAtSwing }) => state === 'taken' && !fallsAtSwing).length,
  missed: targets.filter(
    ({ state, fallsAtSwing }) => fallsAtSwing && (state === 'held' || state === 'lost'),
  ).length,
})

/** The place of the first of `rows` targets to show, so that a third of them stands before the line. [GEW10] */
export const firstShown = (
  { targets, falling }: Pick<Battleground, 'targets' | 'falling'>,
  rows: number,
): number => Math.max(0, Math.min(falling - Math.floor(rows / 3), targets.length - rows))

/** Ems of a name, and what is left of them beside a word: a little more than there is, since `emsOf` measures bolder type. */
const nameRoom = { alone: 9.8, besideWord: 6.6 }
/** What would be smaller than this part of its size takes two lines instead. */
const least = 0.75

type TargetName = {
  readonly style: Readonly<Record<string, string>>
  readonly isLong: boolean
}

/** How the name of a target is set. */
export const targetName = (name: string, state: TargetState): TargetName => {
  const isBeside = state === 'held' || state === 'lost'
  const style = fit(name, isBeside ? nameRoom.besideWord : nameRoom.alone, 84)
  return { style, isLong: Number(style['--scale']) < least }
}
