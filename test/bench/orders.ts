import type { Target } from './client.ts'

/** Milliseconds on the one clock that all processes of this machine share. */
export const now = (): number => performance.timeOrigin + performance.now()

/**
 * What the process with the screens is told to do. `retry`: how long a screen waits before it comes back, at least and at most.
 * `expect` begins to take times, of so many events at most; `arrived` answers when every screen has had so many since.
 */
export type LoadOrder =
  | {
      readonly do: 'connect'
      readonly target: Target
      readonly count: number
      readonly retry: readonly [number, number]
    }
  | { readonly do: 'expect'; readonly most: number }
  | { readonly do: 'arrived'; readonly events: number }
  | { readonly do: 'come-back-to'; readonly target: Target }
  | { readonly do: 'all-back' }
  | { readonly do: 'latencies'; readonly publishedAt: readonly number[] }
  | { readonly do: 'cpu' }

export type LoadAnswer = {
  readonly at?: number
  readonly p50?: number
  readonly p99?: number
  readonly seconds?: number
}

/** What a server of the comparison is told: so many events, so far apart in milliseconds; 0 is as fast as it goes. */
export type ServeOrder = { readonly do: 'publish'; readonly count: number; readonly every: number }
export type ServeAnswer = { readonly publishedAt: readonly number[] }
