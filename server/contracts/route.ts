import type { z } from 'zod'
import type { ProblemCode } from '../problems.ts'
import type { ExampleName } from './examples.ts'

/** Who may: anybody; whoever may read; whoever has a token; the desk; the house's own token; a subscription's own. */
export type Who = 'anybody' | 'reader' | 'writer' | 'desk' | 'house' | 'subscriber'

/** A body: JSON in a named form, or a text. */
export type Body =
  | { readonly json: z.ZodType; readonly example: ExampleName }
  | { readonly text: string; readonly example: ExampleName }

export type Answer = {
  readonly status: number
  readonly about: string
  /** None with 204 and 304. */
  readonly body?: Body
  /** The same in other forms, for whoever asks for them with Accept. */
  readonly orElse?: readonly Body[]
  /** What each header says. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One address and method, as outsiders may rely on it. */
export type Route = {
  /** The same for good: programs are generated from it. */
  readonly id: string
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: `/${string}`
  readonly summary: string
  readonly more?: string
  readonly who: Who
  readonly query?: z.ZodObject
  /** What each header asks for. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: { readonly json: z.ZodType; readonly example: ExampleName }
  readonly answers: readonly Answer[]
  /** Beside what `who` and the method bring with them: see `refusals.ts`. */
  readonly refuses?: readonly ProblemCode[]
}

/** Routes that belong together, under one heading. */
export type Group = {
  readonly name: string
  readonly about: string
  readonly routes: readonly Route[]
}
