import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Followed } from '../parts/follow-night.ts'
import { createSpeaker } from '../parts/speaker.ts'
import { createTalk, type Talk } from '../parts/talk.ts'
import { createDeeds, type Deeds } from './deeds.ts'
import { dropWritingToken, keepWritingToken } from '../parts/writing-token.ts'
import { createLists, createLook, type Lists } from './look.ts'

/** Milliseconds between two looks at what waits. */
const pause = 2000

/** What the desk has to do on a night, and what it may do about it. */
export type Work = Deeds & {
  readonly [Name in keyof Lists]: ReadonlySignal<Lists[Name]['value']>
} & {
  readonly night: string
  readonly followed: Followed
  readonly talk: Talk
  /** Where everything of the night is asked for. */
  readonly path: string
  /** Whether the token was taken; null until it is known. */
  readonly isIn: ReadonlySignal<boolean | null>
  /** Why a token is asked for again. */
  readonly atTheDoor: ReadonlySignal<string>
  readonly enter: (token: string) => Promise<void>
  readonly leave: (why: string) => void
  /** What the page's one live region says. */
  readonly spoken: ReadonlySignal<string>
  readonly say: (words: string) => void
  readonly nameOf: (constituency: string | null) => string
}

type Given = {
  readonly night: string
  readonly followed: Followed
  readonly token: string | null
}

/** The desk's work: it looks every two seconds, and at once when the night says something. [HLD5] */
export const createWork = ({ night, followed, token: given }: Given): Work => {
  let token = given
  const path = `/api/nights/${encodeURIComponent(night)}`
  const talk = createTalk(() => token)
  const lists = createLists()
  const isIn = signal<boolean | null>(given === null ? false : null)
  const atTheDoor = signal('')
  const { spoken, say } = createSpeaker()
  const nameOf = createNaming(followed)
  const leave = (why: string): void => {
    token = null
    dropWritingToken()
    isIn.value = false
    atTheDoor.value = why
  }
  const parts = { talk, path, lists, leave, nameOf, say }
  const look = createLook({ ...parts, isIn })
  const enter = async (written: string): Promise<void> => {
    if (!keepWritingToken(written)) return leave('That cannot be a token.')
    token = written
    await look()
    if (isIn.peek() === false && token !== null) {
      atTheDoor.value = `${lists.trouble.peek()} The desk opens as soon as it answers.`
      say(atTheDoor.peek())
    }
    // Where reading needs a token too, the page follows the night with this one.
    if (isIn.peek() && followed.history.peek().link === 'refused') location.reload()
  }
  effect(() => {
    void followed.board.value?.seq
    if (token !== null) void look()
  })
  setInterval(() => token !== null && void look(), pause)
  const door = { isIn, atTheDoor, enter, leave }
  const deeds = createDeeds({ ...parts, look })
  return { night, followed, talk, path, nameOf, ...door, ...lists, spoken, say, ...deeds }
}

const createNaming =
  ({ board }: Followed): Work['nameOf'] =>
  (id) =>
    id === null ? 'The night' : (board.peek()?.seatsById[id]?.contest.constituency.name ?? id)
