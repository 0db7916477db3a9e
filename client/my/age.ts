import { plural } from '@night/shared/figures'
import { clockTime } from '@night/shared/time'
import { freshness } from '../freshness.ts'
import type { History } from '../history.ts'
import { nightTime } from '../night-clock.ts'

/** How far a phone may be believed. */
type Age = { readonly state: 'live' | 'waiting' | 'old'; readonly words: string }

/** Milliseconds in which a connection is only being made. */
const patience = 12_000
const silence = 30_000

/** Says plainly that there is no signal, and how old the picture is. [MY4 BAK7] */
export const ageOf = (history: History, now: number, hasSignal: boolean): Age => {
  const { link, heardAt, clock, problem } = history
  if (link === 'refused') return { state: 'old', words: problem?.detail ?? 'The server refused' }
  if (heardAt === null) {
    return { state: 'waiting', words: hasSignal ? 'Connecting' : 'Offline, and nothing was kept' }
  }
  const age = Math.max(0, now - heardAt)
  if (link === 'connected' && age < silence && hasSignal) {
    const { state, words } = freshness(history, now)
    if (state === 'void') return { state: 'old', words }
    return state === 'fresh' ? { state: 'live', words: 'Connected' } : { state: 'waiting', words }
  }
  if (link === 'connecting' && age < patience && hasSignal)
    return { state: 'waiting', words: 'Connecting' }
  const stood = clock ? `, at ${clockTime(nightTime(clock, heardAt))}` : ''
  return {
    state: 'old',
    words: `${hasSignal ? 'No connection' : 'Offline'}. This is how it stood ${span(age)} ago${stood}.`,
  }
}

const minute = 60_000

/** "40 seconds", "12 minutes", "3 hours", "2 days". */
const span = (age: number): string => {
  if (age < minute) return plural(Math.floor(age / 1000), 'second')
  if (age < 60 * minute) return plural(Math.floor(age / minute), 'minute')
  if (age < 48 * 60 * minute) return plural(Math.floor(age / (60 * minute)), 'hour')
  return plural(Math.floor(age / (24 * 60 * minute)), 'day')
}
