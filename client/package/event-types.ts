/** "2023-10-20T01:45:00.000Z" */
export type Instant = string
/** "con", "lab", "ld", "snp", "green", "ruk" …; a party without a name of its own here has its abbreviation. */
export type PartyId = string
export type Named = { readonly id: string; readonly name: string }
/** Only live is ever on air. */
export type Mode = 'live' | 'rehearsal' | 'replay' | 'recorded'

/** Votes, and their share as a ratio. */
export type Votes = { readonly votes: number; readonly share: number }

export type VerdictKind = 'gain' | 'hold' | 'win'
export type Verdict = { readonly kind: VerdictKind; readonly from: PartyId | null }

export type CandidateResult = Votes & {
  readonly id: string
  readonly name: string
  readonly party: PartyId
  /** Of the party's share since last time; null where it had none. */
  readonly change: number | null
  readonly elected: boolean
  readonly deposit: 'saved' | 'lost'
}

/** Points are unrounded; `printed` is the same rounded once. */
export type Swing = {
  readonly from: PartyId
  readonly to: PartyId
  readonly points: number
  readonly printed: string
  readonly newParty: boolean
}

/** What is said of a declaration. Shares are ratios, candidates stand by votes. */
export type Result = {
  readonly verdict: Verdict & {
    readonly party: PartyId
    readonly against: string
    readonly notional: boolean
  }
  /** `houseBefore` is a win from null where nobody is known to have held the seat. */
  readonly verdicts: { readonly generalElection: Verdict; readonly houseBefore: Verdict }
  readonly majority: Votes
  readonly overturned: Votes | null
  readonly swing: Swing | null
  /** Why there is no swing. */
  readonly noSwing: {
    readonly code:
      | 'no-baseline'
      | 'speaker'
      | 'independent'
      | 'did-not-stand'
      | 'stood-aside'
      | 'one-party'
    readonly words: string
  } | null
  readonly turnout: {
    readonly valid: number
    readonly rejected: number | null
    readonly electorate: number
    /** Valid votes over the electorate. */
    readonly share: number
    /** The same with rejected papers. */
    readonly shareOfAll: number | null
  }
  readonly decidedByLot: boolean
  readonly candidates: readonly CandidateResult[]
}

/** A superlative and its proof. */
export type RecordLine = {
  readonly id: string
  readonly text: string
  readonly rank: number
  /** What it is worth beside other lines, 0–100. */
  readonly weight: number
  readonly asAt: string
  readonly scope: string
  readonly proof: readonly {
    readonly name: string
    readonly date: string
    readonly value: number
  }[]
}

type RecordChange = { readonly constituency: string; readonly records: readonly RecordLine[] }

type Head = {
  /** 1, 2, 3 … for each night, without a gap. */
  readonly seq: number
  readonly hash: string
  readonly night: string
  readonly mode: Mode
  /** When it happened, on the night's clock. */
  readonly at: Instant
  readonly publishedAt: Instant
}

/** Who let it through although something spoke against it. */
type Released = {
  readonly by: string
  readonly reason: string
  readonly overruled: readonly string[]
}

type Figures = Head & {
  readonly constituency: Named
  readonly revision: number
  readonly result: Result
  /** The weightiest first. */
  readonly records: readonly RecordLine[]
  /** Lines of other seats that this makes untrue, or true again. */
  readonly recordChanges: readonly RecordChange[]
  readonly words: {
    readonly time: string
    readonly line: string
    readonly snap: string
    readonly headline: string
    readonly story: string
  }
  readonly by: string
  readonly released?: Released | undefined
}

type Replacing = {
  /** The `seq` of the event whose figures do not stand any more. */
  readonly replaces: number
  readonly reason: string
  readonly consequences: readonly {
    readonly kind: 'line' | 'total' | 'record' | 'alert'
    readonly text: string
  }[]
}

/** The first event of every log. */
export type OpenedEvent = Head & {
  readonly kind: 'opened'
  readonly title: string
  readonly constituencies: number
  readonly run: number
}
/** The winner, no figures yet. */
export type FlashEvent = Head & {
  readonly kind: 'flash'
  readonly constituency: Named
  readonly winner: { readonly candidate: string; readonly name: string; readonly party: PartyId }
  readonly verdict: Verdict
  readonly words: { readonly time: string; readonly line: string }
  readonly by: string
  readonly released?: Released | undefined
}
export type DeclaredEvent = Figures & { readonly kind: 'declared' }
/** A later revision. */
export type CorrectedEvent = Figures & Replacing & { readonly kind: 'corrected' }
/** A result that does not stand. */
export type WithdrawnEvent = Head &
  Replacing & {
    readonly kind: 'withdrawn'
    readonly constituency: Named
    readonly revision: number
    readonly recordChanges: readonly RecordChange[]
    readonly by: string
  }
/** How a count goes. */
export type StatusEvent = Head & {
  readonly kind: 'status'
  readonly constituency: Named
  readonly status: 'counting' | 'recount' | 'adjourned' | 'expected' | 'imminent'
  readonly expectedAt: Instant | null
  readonly text: string | null
  readonly by: string
}
/** A quote, a reaction, a line of context. */
export type NoteEvent = Head & {
  readonly kind: 'note'
  readonly constituency: Named | null
  readonly text: string
  readonly speaker: string | null
  readonly role: string | null
  readonly source: string | null
  readonly by: string
}
export type ClosedEvent = Head & {
  readonly kind: 'closed'
  readonly words: { readonly roundUp: string }
}

export type ResultEvent = DeclaredEvent | CorrectedEvent

/** One fact of a night. */
export type NightEvent =
  | OpenedEvent
  | FlashEvent
  | ResultEvent
  | WithdrawnEvent
  | StatusEvent
  | NoteEvent
  | ClosedEvent
