import type {
  FlashEvent,
  Instant,
  Mode,
  NightEvent,
  NoteEvent,
  PartyId,
  RecordLine,
  ResultEvent,
  StatusEvent,
  WithdrawnEvent,
} from './event-types.ts'

/** What was known of a seat before the polls closed. */
export type Contest = {
  readonly constituency: {
    readonly id: string
    readonly name: string
    readonly region: string
    readonly country: string
  }
  readonly electorate: number
  readonly nominated: number
  /** What a result is measured against. */
  readonly previous: {
    readonly election: string
    readonly notional: boolean
    readonly votes: readonly {
      readonly party: PartyId
      readonly votes: number
      /** Of a party that has no colour and short name of its own. */
      readonly name?: string | undefined
    }[]
    readonly valid: number
    readonly majority: number
  } | null
  /** Who holds the seat in the House before the poll; null where nobody is known to. */
  readonly holder: PartyId | null
  readonly heldSince: string | null
  readonly cause?: string | undefined
  readonly predecessor?:
    | { readonly name: string; readonly until: string; readonly share: number }
    | undefined
  readonly expectedAt?: Instant | undefined
  readonly keySeat?: string | undefined
}

export type Seat = {
  readonly contest: Contest
  /** The event whose figures stand, or null. */
  readonly latest: ResultEvent | null
  /** What these figures put right; null where they are the first. */
  readonly corrects: {
    readonly verdict: ResultEvent['result']['verdict']
    readonly majority: ResultEvent['result']['majority']
  } | null
  readonly firstAt: Instant | null
  readonly records: readonly RecordLine[]
  /** A winner without figures. */
  readonly flash: FlashEvent | null
  /** Why no figures stand where some did. */
  readonly withdrawn: WithdrawnEvent | null
  /** How the count goes; null once there is a result. */
  readonly status: StatusEvent | null
}

/** A night folded from its log up to `seq`. */
export type Board = {
  readonly seq: number
  readonly hash: string
  readonly night: {
    readonly id: string
    readonly title: string
    readonly kind: 'by-elections' | 'general-election'
    readonly date: string
    readonly pollsClose: Instant
    readonly style?: 'house' | 'wire' | undefined
    readonly mode: Mode
  }
  readonly state: 'open' | 'closed'
  /** By the constituency's ONS (GSS) code. */
  readonly seatsById: Readonly<Record<string, Seat>>
  /** The latest first, at most fifty. */
  readonly notes: readonly NoteEvent[]
}

/** RFC 9457: `code` is for programs, `detail` for a person. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
}

type Line = {
  readonly link: 'connecting' | 'connected' | 'lost' | 'refused'
  /** The night's clock, and when it was heard, in milliseconds on this machine's. */
  readonly clock: {
    readonly now: Instant
    readonly speed: number | 'max'
    readonly playing: boolean
    readonly heardAt: number
  } | null
  /** Why the server refuses, until the night is heard again. */
  readonly problem: Problem | null
}

/** A night's board, and how far it may be believed. */
export type History = Line & {
  readonly board: Board | null
  /** When anything was heard last, in milliseconds on this machine's clock. */
  readonly heardAt: number | null
  /** What was said of a seat in the last message. */
  readonly arrived: readonly (ResultEvent | FlashEvent | WithdrawnEvent)[]
  /** When the log was found to be an earlier one than what was shown. */
  readonly voidedAt?: number | null
}

/** What was heard of a night's log. */
export type FollowedLog = Line & {
  /** All that was heard, in the log's order. */
  readonly events: readonly NightEvent[]
  /** What came in the last message. */
  readonly arrived: readonly NightEvent[]
  /** It is complete up to here. */
  readonly seq: number
  readonly hash: string
  /** How often the log was found to be another one; what was heard before is void then, and `events` begin again. */
  readonly resets: number
}

/** What to hear of a night. Every list that is given has to fit; a night's beginning and end always do. */
export type Follow = {
  readonly constituencies?: readonly string[] | undefined
  readonly parties?: readonly PartyId[] | undefined
  readonly regions?: readonly string[] | undefined
  readonly kinds?: readonly Exclude<NightEvent['kind'], 'opened' | 'closed'>[] | undefined
  readonly gainsOnly?: boolean | undefined
}

export type FeedOptions = {
  /** Where the house is: "https://results.example.org". */
  readonly url: string
  readonly night: string
  /** A token for reading, where the house wants one. */
  readonly token?: string | undefined
}
export type FollowerOptions = FeedOptions & { readonly follow?: Follow | undefined }

type Following<State> = {
  readonly current: () => State
  /** Calls back after each change; the answer ends it. */
  readonly subscribe: (listener: (state: State) => void) => () => void
  readonly close: () => void
}

export type Feed = Following<History>
/**
 * A loop over it has every event once and in order, from the night's beginning on, and does not end by itself; leaving
 * it closes the follower. A log that begins again, as when a replay is wound back, begins with `opened`. Where the
 * server refuses, the loop throws its words, with `code` and `status`.
 */
export type Follower = Following<FollowedLog> & AsyncIterable<NightEvent>

/** Follows a night's board, through every drop, until it is closed. */
export type CreateFeed = (options: FeedOptions) => Feed
/** Follows a night's events, through every drop, until it is closed. */
export type CreateFollower = (options: FollowerOptions) => Follower
