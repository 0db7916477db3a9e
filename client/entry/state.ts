import type { Contest } from '@night/shared/contest'
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { nightTime } from '../night-clock.ts'
import type { Followed } from '../parts/follow-night.ts'
import type { Read } from '../parts/reading.ts'
import { declarationOf, nothingStands } from './build.ts'
import { declaredAtOf } from './declared-at.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { dropWritingToken } from '../parts/writing-token.ts'
import { formOf } from './form.ts'
import { createAsk, waitOrOnline } from './hands.ts'
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts'
import { goToBox } from './keys.ts'
import { type Facts, missingIn } from './missing.ts'
import { type Fate, sendUntilKnown } from './send.ts'
import { fateWords } from './fate-words.ts'

type Place = { readonly night: string; readonly seat: string; readonly token: string }

/** One seat that is being written down. */
export type Entry = {
  readonly place: Place
  readonly followed: Followed
  readonly contest: ReadonlySignal<Read<Contest | null> | null>
  readonly draft: ReadonlySignal<Draft>
  /** Everything that the form is judged by; null while the contest is not there. */
  readonly facts: ReadonlySignal<Facts | null>
  readonly fate: ReadonlySignal<Fate | null>
  /** The box in which somebody writes. */
  readonly focused: { value: string }
  readonly spoken: ReadonlySignal<string>
  readonly say: (words: string) => void
  readonly change: (change: Partial<Draft>) => void
  /** Sends it, or goes to the first box that is missing. */
  readonly send: () => void
}

/** The state of the page: the draft is what is kept, the feed is what stands, the rest follows from both. */
export const createEntry = (place: Place, followed: Followed, contest: Entry['contest']): Entry => {
  const { night, seat } = place
  const draft = signal(keptDraft(night, seat))
  const fate = signal<Fate | null>(null)
  const focused = signal('')
  const { spoken, say } = createVoice()
  const facts = createFacts({ seat, followed, contest, draft })
  const keep = (next: Draft): void => {
    draft.value = next
    keepDraft(night, seat, next)
  }
  const change = (changed: Partial<Draft>): void => {
    // What was held back or refused stays so; what is written now is another declaration.
    if (fate.value !== null) fate.value = null
    keep({ ...draft.value, sending: null, ...changed })
  }
  const go = createSending(place, { draft, fate, keep, say, board: followed.board })
  const send = (): void => {
    if (facts.value === null || isUnderWay(fate.value)) return
    const [first] = missingIn(facts.value)
    if (first) {
      say(`Still to come: ${first.words}`)
      return goToBox(first.box)
    }
    const at = declaredAtOf(draft.value, nightNow(followed, Date.now()))
    const declaration = at === null ? null : declarationOf(facts.value, at)
    if (declaration === null || at === null) return
    keep({ ...draft.value, sentAt: at, sending: { declaration, id: null } })
    void go()
  }
  if (draft.value.sending !== null) void go()
  effect(() => {
    // What the desk let through, or others sent, may be what was held back here.
    const stands = followed.board.value?.seatsById[seat]?.latest?.seq
    if (stands !== undefined && fate.peek()?.state === 'held') void go()
  })
  return { place, followed, contest, draft, facts, fate, focused, spoken, say, change, send }
}

/** Whether nothing may be changed, since it may be received at any moment. */
export const isUnderWay = (fate: Fate | null): boolean =>
  fate?.state === 'sending' || fate?.state === 'unsent' || fate?.state === 'received'

type Sources = Pick<Entry, 'followed' | 'contest' | 'draft'> & { readonly seat: string }

const minute = 60_000

const createFacts = ({ seat, followed, contest, draft }: Sources): Entry['facts'] => {
  // Once a minute is enough to judge a time by.
  const now = computed(() => Math.floor(nightNow(followed, followed.now.value) / minute) * minute)
  const standing = computed(() => followed.board.value?.seatsById[seat] ?? nothingStands)
  const kind = computed(() => followed.board.value?.night.kind)
  return computed(() => {
    const read = contest.value
    if (!read?.ok || read.answer === null || kind.value === undefined) return null
    const form = formOf(draft.value, read.answer)
    return {
      contest: read.answer,
      draft: draft.value,
      form,
      standing: standing.value,
      kind: kind.value,
      now: now.value,
    }
  })
}

/** The server's time, as far as it was heard: a phone's own clock may be wrong. */
const nightNow = ({ history }: Followed, now: number): number => {
  const { clock } = history.value
  return clock === null ? now : nightTime(clock, now)
}

/** One live region: the same words twice are two sentences. */
const createVoice = () => {
  const spoken = signal('')
  const say = (words: string): void => {
    spoken.value = spoken.value === words ? `${words} ` : words
  }
  return { spoken, say }
}

type Parts = {
  readonly draft: { value: Draft }
  readonly fate: { value: Fate | null }
  readonly keep: (draft: Draft) => void
  readonly say: (words: string) => void
  readonly board: Followed['board']
}

/** Carries what the draft says is being sent to its end, over reloads too. [ENT2] */
const createSending = ({ night, seat, token }: Place, parts: Parts) => {
  const { draft, fate, keep, say, board } = parts
  const tell = (told: Fate): void => {
    const mode = board.peek()?.night.mode
    const words = fateWords(told, mode)
    if (fate.value === null || fateWords(fate.value, mode) !== words) say(words)
    fate.value = told
  }
  return async (): Promise<void> => {
    const { sending } = draft.value
    if (sending === null) return
    const path = `/api/nights/${encodeURIComponent(night)}/declarations`
    const end = await sendUntilKnown(path, sending, {
      ask: createAsk(token),
      wait: waitOrOnline,
      tell,
      accepted: (id) => keep({ ...draft.value, sending: { ...sending, id } }),
    })
    if (end.state === 'published') {
      dropDraft(night, seat)
      draft.value = emptyDraft
    } else if (end.state !== 'held') keep({ ...draft.value, sending: null })
    if (end.state === 'refused' && end.isToken) dropWritingToken()
    tell(end)
  }
}
