import { constituencyOf } from '@night/shared/about'
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Armed, Fate, Held } from './answers.ts'
import { fateWords, missingWords, refusalWords } from './held-words.ts'
import type { Lists } from './look.ts'
import type { Work } from './work.ts'

export type Into = 'release' | 'reject'

/** Done, or why not, in words. */
export type Done = { readonly ok: boolean; readonly words: string }

/** What somebody at the desk does. */
export type Deeds = {
  /** The one ruling that somebody is writing the reason of. */
  readonly ruling: ReadonlySignal<{ readonly id: string; readonly into: Into } | null>
  readonly beginRuling: (id: string, into: Into) => void
  readonly endRuling: () => void
  /** Answers why it could not be; nothing when it is done. */
  readonly rule: (held: Held, into: Into, reason: string) => Promise<string>
  /** What was decided last, for whoever sees. */
  readonly outcome: ReadonlySignal<string>
  /** Sends what the desk says, and tells what becomes of it until that is known. */
  readonly send: (sending: Sending) => Promise<Done>
  /** The server's words, once it has said that the night is not live yet. */
  readonly unarmed: ReadonlySignal<string>
  /** Tells how many are missing, and is done when they have come. */
  readonly arm: (phrase: string, tell: (words: string) => void) => Promise<Done>
}

export type Sending = {
  readonly to: 'notes' | 'status' | 'flashes' | 'withdrawals'
  readonly body: object
  /** What it is about, in words: "Flash for Tamworth". */
  readonly about: string
  readonly tell: (words: string) => void
}

type Parts = Pick<Work, 'talk' | 'path' | 'leave' | 'say' | 'nameOf'> & {
  readonly lists: Lists
  readonly look: () => Promise<void>
}

/** Milliseconds between two questions: what became of something, and whether a second person has come. */
const pauses = { fate: 400, arming: 2000 }
const sleep = (pause: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause))

export const createDeeds = (parts: Parts): Deeds => ({ ...rulings(parts), ...sendings(parts) })

const untilDecided = async ({ talk, path }: Parts, id: string): Promise<Fate | null> => {
  for (;;) {
    const told = await talk.get<Fate>(`${path}/declarations/${id}`)
    if (!told.ok && told.status >= 400 && told.status < 500) return null
    if (told.ok && told.answer.status !== 'queued') return told.answer
    await sleep(pauses.fate)
  }
}

/** Whether the others have come; false where the server does not say so any more. */
const untilArmed = async ({ talk, path }: Parts): Promise<boolean> => {
  for (;;) {
    await sleep(pauses.arming)
    const told = await talk.get<Armed>(`${path}/arming`)
    if (told.ok && told.answer.armed) return true
    if (!told.ok && told.status >= 400 && told.status < 500) return false
  }
}

const rulings = (parts: Parts): Omit<Deeds, 'send' | 'unarmed' | 'arm'> => {
  const { lists, say, nameOf } = parts
  const ruling = signal<{ id: string; into: Into } | null>(null)
  const outcome = signal('')
  const tellFate = createTellFate(parts, outcome)
  const tell = (words: string): void => {
    outcome.value = words
    say(words)
  }
  // Whose ruling was sent and not refused: it may be what decided, however it was answered.
  const sent = new Set<string>()
  // Somebody else was faster, while a reason was written here.
  let before: readonly Held[] = []
  lists.held.subscribe((held) => {
    const mine = before.find(({ id }) => id === ruling.peek()?.id)
    before = held
    if (!mine || held.some(({ id }) => id === mine.id)) return
    ruling.value = null
    const name = nameOf(constituencyOf(mine))
    if (!sent.has(mine.id)) return tell(`${name}: somebody else at the desk has decided it.`)
    tell(`${name} has been decided.`)
    void tellFate(mine.id, outcome.value)
  })
  const decided = (id: string): void => {
    ruling.value = null
    lists.held.value = lists.held.peek().filter((one) => one.id !== id)
  }
  return {
    ruling,
    outcome,
    rule: createRule(parts, { tell, tellFate, decided, sent }),
    beginRuling: (id, into) => {
      ruling.value = { id, into }
    },
    endRuling: () => {
      ruling.value = null
    },
  }
}

/** Tells behind what was said already what became of it. */
const createTellFate =
  (parts: Parts, outcome: { value: string }) =>
  async (id: string, said: string): Promise<void> => {
    const fate = await untilDecided(parts, id)
    if (!fate) return
    outcome.value = `${said} ${fateWords(fate)}`
    // Let through, and held back for something else.
    if (fate.status === 'held') parts.say(outcome.value)
  }

type Telling = {
  readonly tell: (words: string) => void
  readonly tellFate: (id: string, said: string) => Promise<void>
  readonly decided: (id: string) => void
  readonly sent: Set<string>
}

const createRule = (parts: Parts, { tell, tellFate, decided, sent }: Telling): Deeds['rule'] => {
  const { talk, path, look, leave, nameOf } = parts
  return async (held, into, reason) => {
    sent.add(held.id)
    const told = await talk.post(`${path}/declarations/${held.id}/${into}`, { reason })
    if (!told.ok) {
      if (told.status >= 400 && told.status < 500) sent.delete(held.id)
      if (told.status === 401) leave('The desk does not know that token any more.')
      return told.words
    }
    const name = nameOf(constituencyOf(held))
    decided(held.id)
    tell(into === 'release' ? `${name} was let through` : `${name} was rejected`)
    void look()
    if (into === 'release') void tellFate(held.id, `${name} was let through.`)
    return ''
  }
}

const sendings = (parts: Parts): Pick<Deeds, 'send' | 'unarmed' | 'arm'> => {
  const { talk, path, look, leave, say } = parts
  const unarmed = signal('')
  const refused = (status: number, words: string): Done => {
    if (status === 401) leave('The desk does not know that token any more.')
    say(words)
    return { ok: false, words }
  }
  return {
    unarmed,
    send: async ({ to, body, about, tell }) => {
      const told = await talk.post<{ id: string }>(`${path}/${to}`, body)
      if (!told.ok) {
        if (told.code === 'not-armed') unarmed.value = told.words
        return refused(told.status, refusalWords(to, told))
      }
      tell(fateWords({ status: 'queued' }))
      const fate = await untilDecided(parts, told.answer.id)
      const words = fate ? fateWords(fate) : 'The server does not say what became of it.'
      say(`${about}. ${words}`)
      void look()
      return { ok: fate?.status === 'published', words }
    },
    arm: async (phrase, tell) => {
      const told = await talk.post<Armed>(`${path}/arming`, { phrase })
      if (!told.ok) return refused(told.status, told.words)
      const { armed, missing } = told.answer
      if (!armed) {
        const words = missingWords(missing)
        say(words)
        tell(words)
        if (!(await untilArmed(parts))) return { ok: false, words }
      }
      unarmed.value = ''
      const words = missingWords(0)
      say(words)
      return { ok: true, words }
    },
  }
}
