import { constituencyOf } from '@night/shared/about'
import { type Signal, signal } from '@preact/signals'
import type { Talk, Told } from '../parts/talk.ts'
import type { Held, KnownContest, Person, Refused } from './answers.ts'
import { rulerOf, senderOf } from './held-words.ts'

/** What was read of the night for the desk. */
export type Lists = {
  readonly held: Signal<readonly Held[]>
  readonly refused: Signal<readonly Refused[]>
  readonly people: Signal<readonly Person[]>
  readonly contests: Signal<readonly KnownContest[]>
  /** Why the lists may be old; nothing while they are not. */
  readonly trouble: Signal<string>
}

export const createLists = (): Lists => ({
  held: signal<readonly Held[]>([]),
  refused: signal<readonly Refused[]>([]),
  people: signal<readonly Person[]>([]),
  contests: signal<readonly KnownContest[]>([]),
  trouble: signal(''),
})

type Looking = {
  readonly talk: Talk
  readonly path: string
  readonly lists: Lists
  readonly isIn: Signal<boolean | null>
  readonly leave: (why: string) => void
  readonly say: (words: string) => void
  readonly nameOf: (constituency: string | null) => string
}

/** Reads both lists; an answer that a later question has overtaken is dropped. */
export const createLook = ({ talk, path, lists, isIn, leave, say, nameOf }: Looking) => {
  let asked = 0
  const readNames = createNames({ talk, path, lists })
  const fail = ({ status, words }: Extract<Told<unknown>, { ok: false }>): void => {
    if (status === 401) return leave('The desk does not know that token.')
    if (status === 403) return leave(words)
    isIn.value ??= true
    lists.trouble.value = words
  }
  return async (): Promise<void> => {
    const turn = (asked += 1)
    const [held, refused] = await Promise.all([
      talk.get<{ held: readonly Held[] }>(`${path}/held`),
      talk.get<{ refusals: readonly Refused[] }>(`${path}/refusals`),
    ])
    if (turn !== asked) return
    if (!held.ok) return fail(held)
    await readNames(held.answer.held, refused.ok ? refused.answer.refusals : [])
    if (turn !== asked) return
    const before = new Set(lists.held.peek().map(({ id }) => id))
    const fresh = held.answer.held.filter(({ id }) => !before.has(id))
    if (isIn.peek() === true && fresh.length > 0) {
      const [first] = fresh
      say(
        first && fresh.length === 1
          ? `Held back: ${nameOf(constituencyOf(first))}`
          : `${fresh.length} more are held back`,
      )
    }
    lists.held.value = held.answer.held
    if (refused.ok) lists.refused.value = refused.answer.refusals
    lists.trouble.value = ''
    isIn.value = true
  }
}

/** Reads who is who and who stands where, until everybody who sent or rejected something is known by name. */
const createNames = ({ talk, path, lists }: Pick<Looking, 'talk' | 'path' | 'lists'>) => {
  const knowsAll = (ids: readonly string[]): boolean => {
    const known = new Set(['desk', 'recording', ...lists.people.peek().map(({ id }) => id)])
    return ids.every((id) => known.has(id))
  }
  return async (held: readonly Held[], refused: readonly Refused[]): Promise<void> => {
    const hasContests = lists.contests.peek().length > 0
    const rejected = refused.filter(({ code }) => code === 'rejected')
    const ids = [...held.map(senderOf), ...rejected.flatMap((one) => [one.from, rulerOf(one)])]
    if (hasContests && knowsAll(ids)) return
    const [people, night] = await Promise.all([
      talk.get<{ officers: readonly Person[] }>('/api/officers'),
      hasContests ? null : talk.get<{ contests: readonly KnownContest[] }>(path),
    ])
    if (people.ok) lists.people.value = people.answer.officers
    if (night?.ok) lists.contests.value = night.answer.contests
  }
}
