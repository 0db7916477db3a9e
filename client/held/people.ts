import type { OfficerScope } from '@night/shared/officer'
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Form, text, type Written } from './calls.ts'
import type { Work } from './work.ts'

/** Somebody new, with what is shown once. */
export type Made = { readonly name: string; readonly token: string; readonly link: string | null }
type Answer =
  | { readonly ok: true; readonly made: Made }
  | { readonly ok: false; readonly words: string }

type Known = Pick<OfficerScope, 'name' | 'role' | 'nights' | 'constituencies'> & {
  readonly id: string
  readonly revoked: boolean
}
type Shown = { readonly id: string; readonly name: string; readonly words: string }

export type People = {
  readonly all: ReadonlySignal<readonly Shown[]>
  /** Whether it is the house's own token, which alone makes and revokes; null until that is known. */
  readonly isHouse: ReadonlySignal<boolean | null>
  readonly look: () => Promise<void>
  readonly written: (form: Form) => Written<OfficerScope>
  readonly make: (scope: OfficerScope) => Promise<Answer>
  /** Answers why it could not be; nothing when it is done. */
  readonly revoke: (id: string) => Promise<string>
}

/** Officers and editors of one night, as the desk makes and revokes them. [HLD8] */
export const createPeople = (work: Work): People => {
  const { night, talk, nameOf, say } = work
  const all = signal<readonly Shown[]>([])
  const isHouse = signal<boolean | null>(null)
  let asked = 0
  const look = async (): Promise<void> => {
    const turn = (asked += 1)
    const [told, me] = await Promise.all([
      talk.get<{ officers: readonly Known[] }>('/api/officers'),
      isHouse.peek() === null ? talk.get<{ id: string }>('/api/me') : null,
    ])
    if (me?.ok) isHouse.value = me.answer.id === 'desk'
    if (!told.ok || turn !== asked) return
    const shown = told.answer.officers
      .filter(({ nights, revoked }) => !revoked && nights.includes(night))
      .map(({ id, name, role, constituencies }) => ({
        id,
        name,
        words: role === 'editor' ? 'editor' : constituencies.map(nameOf).join(', '),
      }))
    if (JSON.stringify(shown) !== JSON.stringify(all.peek())) all.value = shown
  }
  const revoke = async (id: string): Promise<string> => {
    const name = all.peek().find((one) => one.id === id)?.name ?? ''
    const told = await talk.remove(`/api/officers/${id}`)
    say(told.ok ? `${name} was revoked` : told.words)
    await look()
    return told.ok ? '' : told.words
  }
  const make = async (scope: OfficerScope): Promise<Answer> => {
    const told = await talk.post<{ token: string }>('/api/officers', scope)
    if (!told.ok) return { ok: false, words: told.words }
    void look()
    return { ok: true, made: madeOf(night, scope, told.answer.token) }
  }
  return { all, isHouse, look, revoke, make, written: (form) => scopeIn(night, form) }
}

const madeOf = (night: string, { name, constituencies }: OfficerScope, token: string): Made => {
  const [seat] = constituencies
  const path = `/entry/${seat}?night=${encodeURIComponent(night)}#token=${token}`
  return { name, token, link: seat === undefined ? null : location.origin + path }
}

const scopeIn = (night: string, form: Form): Written<OfficerScope> => {
  const [name, seat] = [text(form, 'name'), text(form, 'constituency')]
  if (name === '') return { ok: false, field: 'name', words: 'Write a name: it stands in the log.' }
  const scope = { name, nights: [night], constituencies: seat === '' ? [] : [seat] }
  return { ok: true, call: { ...scope, role: seat === '' ? 'editor' : 'officer' } }
}
