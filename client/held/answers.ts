import type { Candidate, Contest } from '@night/shared/contest'
import type { Submission } from '@night/shared/submission'

export type HeldReason = {
  readonly code: string
  readonly words: string
  readonly suggestion?: string
}

/** A submission as it came, why it waits, and whether a second person may let it through. */
export type Held = Submission & {
  readonly id: string
  readonly status: 'held'
  readonly reasons: readonly HeldReason[]
  readonly releasable: boolean
}

/** Something that came in and did not go out. */
export type Refused = {
  readonly at: string
  readonly from: string
  readonly constituency: string | null
  readonly code: string
  readonly words: string
}

export type Person = { readonly id: string; readonly name: string }

export type KnownContest = Pick<Contest, 'constituency' | 'previous'> & {
  readonly candidates: readonly Candidate[]
}

/** What became of something that was sent. */
export type Fate =
  | { readonly status: 'queued' }
  | { readonly status: 'published'; readonly seq: number }
  | { readonly status: 'held'; readonly reasons: readonly HeldReason[] }
  | { readonly status: 'rejected'; readonly ruling: { readonly reason: string } }

/** Whether a live night is live, and how many people are missing. */
export type Armed = { readonly armed: boolean; readonly missing: number }
