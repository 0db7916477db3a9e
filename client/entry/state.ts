import type { Contest } from '@night/shared/contest'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { nightTime } from '../night-clock.ts'
import type { Followed } from '../parts/follow-night.ts'
import type { Read } from '../parts/reading.ts'
import { createSpeaker } from '../parts/speaker.ts'
import { dropWritingToken } from '../parts/writing-token.ts'
import { nothingStands } from '@night/shared/reason'
import { declarationOf } from './build.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { formOf } from './form.ts'
import { faultOf } from './hands.ts'
import { keepDraft, keptDraft, onDraftElsewhere } from './kept-draft.ts'
import { goToBox } from './keys.ts'
import { declaredAtIn, type Facts, missingIn } from './missing.ts'
import { createPen, type Pen } from './pen.ts'
import { type Fate, unknownToken } from './send.ts'
import { createSending } from './sending.ts'

export type Place = { readonly night: string; readonly seat: string; readonly token: string }

/** One seat that is being written down. */
export type Entry = {
  readonly place: Place
  readonly pen: Pen
  readonly followed: Followed
  readonly contest: ReadonlySignal<Read<Contest | null> | null>
  readonly draft: ReadonlySignal<Draft>
  /** Everything that the form is judged by; null while the contest is not there. */
  readonly facts: ReadonlySignal<Facts | null>
  readonly fate: ReadonlySignal<Fate | null>
  /** The box in which somebody writes. */
  readonly focused: { value: string }
  /** While it is asked who writes: why, or null where nobody was refused. */
  readonly door: ReadonlySignal<{ readonly why: string | null } | null>
  readonly askWho: (why: string | null) => void
  /** Back to what is written, where nobody was refused. */
  readonly goBack: () => void
  readonly spoken: ReadonlySignal<string>
  readonly say: (words: string) => void
  readonly change: (change: Partial<Draft>) => void
  /** Sends it, or goes to the first box that is missing. */
  readonly send: () => void
}

/** The state of the page: the draft is what is kept, the feed is what stands, the rest follows from both. */
export const createEntry = (place: Place, followed: Followed, contest: Entry['contest']): Entry => {
  const { night, seat } = place
  const pen = createPen(night, seat)
  const draft = signal(emptyDraft)
  const fate = signal<Fate | null>(null)
  const focused = signal('')
  const { spoken, say } = createSpeaker()
  const facts = createFacts({ seat, followed, contest, draft })
  const keep = (next: Draft): void => {
    if (!pen.isStillHere()) return
    draft.value = next
    keepDraft(night, seat, next)
  }
  const change = (changed: Partial<Draft>): void => {
    // What was held back or refused stays so; what is written now is another declaration.
    if (fate.value !== null) fate.value = null
    keep({ ...draft.value, sending: null, ...changed })
  }
  const { door, askWho, goBack } = createDoor(place)
  const go = createSending(place, { draft, fate, pen, keep, say, askWho, board: followed.board })
  const send = createSend({ facts, fate, followed, say, keep, go })
  followPen(place, { pen, draft, fate, say, go })
  const seen = { contest, draft, facts, fate, focused, spoken, door }
  return { place, pen, followed, ...seen, say, change, send, askWho, goBack }
}

type Sender = Pick<Entry, 'facts' | 'fate' | 'followed' | 'say'> & {
  readonly keep: (draft: Draft) => void
  readonly go: () => Promise<void>
}

const createSend =
  ({ facts, fate, followed, say, keep, go }: Sender): Entry['send'] =>
  () => {
    if (facts.value === null || isUnderWay(fate.value)) return
    const { draft } = facts.value
    const [first] = missingIn(facts.value)
    if (first) {
      say(`Still to come: ${first.words}`)
      return goToBox(first.box)
    }
    const at = declaredAtIn({ ...facts.value, now: nightNow(followed, Date.now()) })
    const declaration = at === null ? null : declarationOf(facts.value, at)
    if (declaration === null || at === null) return
    keep({ ...draft, sentAt: at, notTaken: '', sending: { declaration, id: null } })
    void go()
  }

type Holder = Pick<Entry, 'pen' | 'say'> & {
  readonly draft: Signal<Draft>
  readonly fate: Signal<Fate | null>
  readonly go: () => Promise<void>
}

/** Takes up what is kept as soon as this tab writes, and again while nothing newer was written here. [ENT9] */
const followPen = ({ night, seat }: Place, { pen, draft, fate, say, go }: Holder): void => {
  let takenUp = emptyDraft
  const takeUp = (): void => {
    takenUp = keptDraft(night, seat)
    draft.value = takenUp
    void go()
  }
  pen.isHere.subscribe((isHere) => {
    if (fate.peek()?.state !== 'published') fate.value = null
    if (isHere) takeUp()
    else say(elsewhere)
  })
  onDraftElsewhere(night, seat, () => {
    if (pen.isHere.peek() && draft.peek() === takenUp) takeUp()
  })
}

export const elsewhere = 'This seat is open in another tab.'

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

/** The token is looked at before anything is written, and asked for anew when it is refused. [ENT8] */
const createDoor = ({ token }: Place) => {
  const door = signal<Entry['door']['value']>(null)
  const askWho: Entry['askWho'] = (why) => {
    if (why !== null) dropWritingToken()
    door.value = { why }
  }
  const look = async (): Promise<void> => {
    const fault = await faultOf(token)
    if (fault === unknownToken) askWho(fault)
  }
  void look()
  const goBack = (): void => {
    if (door.peek()?.why === null) door.value = null
  }
  return { door, askWho, goBack }
}
