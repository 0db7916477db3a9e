import type { FollowedLog } from '@night/client/followed-log'
import type { History } from '@night/client/history'
import type * as published from '@night/client/package/types'
import type { NightEvent as PublishedEvent } from '@night/client/package/event-types'
import type { Board } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import type { Follow } from '@night/shared/follow'

type Plain = string | number | boolean | null | undefined
type Readable<T> = T extends Plain ? T : { readonly [Key in keyof T]: Readable<T[Key]> }

/** Fails to compile unless each can stand for the other, so that what is published is what the house has. */
type Same<A extends B, B extends C, C = A> = readonly [A, B, C]

/** What only the house's own line needs is not published. */
type Published = readonly [
  Same<Readable<NightEvent>, PublishedEvent>,
  Same<Readable<Board>, published.Board>,
  Same<Readable<Omit<History, 'wants'>>, published.History>,
  Same<Readable<Omit<FollowedLog, 'isBehind'>>, published.FollowedLog>,
  Same<Readable<Follow>, published.Follow>,
]
export type { Published }
