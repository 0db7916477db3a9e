import { capitalised } from '@night/shared/tale'
import type { Replay } from '@night/shared/replay'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Talk } from '../../parts/talk.ts'

type Person = { readonly id: string; readonly name: string; readonly role: 'desk' | 'officer' }

/** Who drives the replay of a room, and whether that is whoever sits here. [RPR2] */
export type Room = {
  readonly replay: ReadonlySignal<Replay>
  readonly isLocked: ReadonlySignal<boolean>
  readonly isMine: ReadonlySignal<boolean>
  /** "Anna drives this replay". */
  readonly words: ReadonlySignal<string>
  /** Why a token did not do. */
  readonly why: ReadonlySignal<string>
  readonly know: (replay: Replay) => void
  /** Reads again who drives. */
  readonly look: () => Promise<void>
  /** Finds out whose token this tab has; true where it is somebody's at the desk. */
  readonly enter: () => Promise<boolean>
  readonly leave: (why: string) => void
}

export const pathOf = (id: string): string => `/api/replays/${encodeURIComponent(id)}`

export const createRoom = (first: Replay, talk: Talk): Room => {
  const replay = signal(first)
  const me = signal<Person | null>(null)
  const why = signal('')
  const controller = computed(() => replay.value.controller)
  const isMine = computed(() => me.value !== null && controller.value?.id === me.value.id)
  const isLocked = computed(() => me.value === null || (controller.value !== null && !isMine.value))
  const words = computed(() => {
    if (isMine.value) return 'You drive this replay'
    const name = controller.value?.name ?? 'nobody'
    return `${capitalised(name)} drives this replay`
  })
  return {
    replay,
    isLocked,
    isMine,
    words,
    why,
    know: (moved) => {
      replay.value = moved
    },
    look: async () => {
      const told = await talk.get<Replay>(pathOf(first.id))
      if (told.ok) replay.value = told.answer
    },
    enter: async () => {
      const told = await talk.get<Person>('/api/me')
      me.value = told.ok && told.answer.role === 'desk' ? told.answer : null
      if (me.value) why.value = ''
      else if (told.ok) why.value = 'Only the desk drives a replay.'
      else why.value = told.status === 401 ? 'The desk does not know that token.' : told.words
      return me.value !== null
    },
    leave: (words) => {
      me.value = null
      why.value = words
    },
  }
}
