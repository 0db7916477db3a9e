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

/** Every name of a night's alerts. A replay that is wound back has the same: what was said once is not said again. */
export const alertKeys = (mode: OpenMode, night: string) => {
  const base = `${mode}:{${night}}:alerts`
  return {
    /** Hash: subscription id → Subscription. */
    subscriptions: `${base}:subscriptions`,
    /** String: how far the log was matched. */
    place: `${base}:place`,
    /** Hash: subscription id → what is collected for it. */
    states: `${base}:states`,
    /** Sorted set: "subscription alert" of rows that wait to be sent, by when that was on Redis' own clock. */
    due: `${base}:due`,
    /** List: "subscription alert" of what was settled, the latest first, at most a thousand. */
    done: `${base}:done`,
    /** Hash: alert id → OutboxRow. */
    outbox: (subscription: string) => `${base}:outbox:${subscription}`,
    /** Hash: id of a digest → the ids of the alerts that are its lines. */
    lines: (subscription: string) => `${base}:lines:${subscription}`,
    /** Hash: alert id → when the device said that it has it. */
    acknowledged: (subscription: string) => `${base}:acknowledged:${subscription}`,
  } as const
}

/** Hash: subscription id → the `mode:night` where it is kept. */
export const subscribersKey = '{house}:subscribers'
/** String: the public half of the key pair that web push is signed with; absent while web push is off. */
export const pushKeyKey = '{house}:push-key'
/** String: written after what replicas shall have, so that they have that too where they have this. */
export const witnessKey = '{house}:witness'
/** Hash: `sent`, `acknowledged`: when the canary last flew and last came home. */
export const canaryKey = '{house}:canary'
/** List: what workers took over each submission that was published (Took), the latest first, at most a thousand. */
export const tookKey = '{house}:took'
/** String: the last Fault that a worker logged. */
export const workerFaultKey = '{house}:worker-fault'

/** String: the worker that conducts replays; gone two seconds after it last said so. */
export const conductorKey = 'conductor'
/** String: the worker that matches alerts, in the same way. */
export const matcherKey = 'matcher'
/** String: how often in this minute an officer (its id), an address or a subscription came. */
export const rateKey = {
  declarations: (officer: string): string => `rate:${officer}`,
  subscriptions: (address: string): string => `rate:alerts:${address}`,
  tests: (subscription: string): string => `rate:alert-test:${subscription}`,
} as const

export const alertQueueName = (mode: OpenMode): string => `alerts-${mode}`
export const queueName = (mode: OpenMode): string => `declarations-${mode}`
export const queuePrefix = '{queue}'
