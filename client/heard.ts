import type { History } from './history.ts'

/** Milliseconds. The server's clock comes every second. */
export const delayedAfter = 2000

/** Whether a screen hears its night: what it shows is what is known. */
export const isHeard = ({ link, heardAt }: Pick<History, 'link' | 'heardAt'>, now: number) =>
  link === 'connected' && heardAt !== null && now - heardAt < delayedAfter
