import type { OpenMode } from './night.ts'

/**
 * Every name in Redis. Modes never share a key or a queue, and the braces keep a night's keys together on a
 * cluster. `run` is 1 but for a replay that was wound back.
 */
export const nightKeys = (mode: OpenMode, night: string, run = 1) => {
  const base = `${mode}:{${night}}:${run}`
  return {
    /** Stream: the night's log, `<seq>-0`. */
    log: `${base}:log`,
    /** Hash: submission id → seq of the event it became. */
    placed: `${base}:placed`,
    /** Hash: submission id → what was accepted at the door. */
    accepted: `${base}:accepted`,
    /** Set: ids accepted and not yet decided. */
    pending: `${base}:pending`,
    /** Hash: submission id → reasons it waits for the desk. */
    held: `${base}:held`,
    /** Hash: submission id → the Ruling that let it through. */
    released: `${base}:released`,
    /** Hash: submission id → the Ruling that ended it. */
    rejected: `${base}:rejected`,
    /** Set: who has armed a live night. */
    armed: `${base}:armed`,
    /** List: what was refused at the door, the latest first. */
    refused: `${base}:refused`,
  } as const
}
export type NightKeys = ReturnType<typeof nightKeys>

/** Hash: night id → an OpenNight. */
export const nightsKey = '{house}:nights'
/** Hash: night id → its NightDefinition. */
export const definitionsKey = '{house}:definitions'
/** Hash: replay id → a Replay. */
export const replaysKey = '{house}:replays'
/** Hash: officer id → an Officer. */
export const officersKey = '{house}:officers'
/** Hash: replay's night → the last run that it had, so that no run is ever used twice. */
export const runsKey = '{house}:runs'

export const queueName = (mode: OpenMode): string => `declarations-${mode}`
export const queuePrefix = '{queue}'
