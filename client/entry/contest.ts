import type { Contest } from '@night/shared/contest'
import { signal } from '@preact/signals'
import type { Read } from '../parts/reading.ts'
import { waitOrOnline } from './hands.ts'
import type { Entry } from './state.ts'

const pause = 2000

/** Reads the contest again and again until it is there. */
export const createContest = (read: () => Promise<Read<Contest | null>>): Entry['contest'] => {
  const contest = signal<Read<Contest | null> | null>(null)
  const go = async (): Promise<void> => {
    contest.value = await read()
    if (contest.value.ok) return
    await waitOrOnline(pause)
    return go()
  }
  void go()
  return contest
}
