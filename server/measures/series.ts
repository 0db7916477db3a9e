import type { Spread } from '@night/shared/spread'

type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number }
export type Series = {
  readonly name: string
  readonly help: string
  readonly samples: readonly Sample[]
}

/** A step's median and what 95 and 99 of a hundred are not above; nothing where nobody took it. */
export const spreadSamples = (step: string, { p50, p95, p99 }: Spread): Sample[] =>
  (
    [
      ['0.5', p50],
      ['0.95', p95],
      ['0.99', p99],
    ] as const
  ).flatMap(([quantile, value]) => (value === null ? [] : [{ labels: { step, quantile }, value }]))
