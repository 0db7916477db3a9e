import { effect, type Signal } from '@preact/signals'
import type { Followed } from '../parts/follow-night.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { fateWords, leftOverWords } from './fate-words.ts'
import { createAsk, waitOrOnline } from './hands.ts'
import { dropDraft } from './kept-draft.ts'
import type { Pen } from './pen.ts'
import { type Answer, type End, type Fate, sendUntilDecided } from './send.ts'
import type { Entry, Place } from './state.ts'

type Parts = {
  readonly draft: Signal<Draft>
  readonly fate: Signal<Fate | null>
  readonly pen: Pen
  readonly keep: (draft: Draft) => void
  readonly say: (words: string) => void
  readonly askWho: Entry['askWho']
  readonly board: Followed['board']
}

/** Carries what the draft says is being sent to its end, over reloads too, and from one tab to the next. [ENT2 ENT9] */
export const createSending = ({ night, seat, token }: Place, parts: Parts) => {
  const { draft, fate, pen, keep, say, askWho, board } = parts
  const path = `/api/nights/${encodeURIComponent(night)}/declarations`
  const ask = createAsk(token)
  const tell = (told: Fate): void => {
    const mode = board.peek()?.night.mode
    const words = fateWords(told, mode)
    if (fate.value === null || fateWords(fate.value, mode) !== words) say(words)
    fate.value = told
  }
  const finish = (end: End): void => {
    tell(end)
    if (end.state === 'published') {
      dropDraft(night, seat)
      draft.value = emptyDraft
      return pen.leave()
    }
    const isUnknown = end.state === 'refused' && end.token === 'unknown'
    if (isUnknown) askWho(end.words)
    // What the server has already is only asked for, once there is a token that may.
    if (isUnknown && draft.peek().sending?.id) return
    keep({ ...draft.peek(), sending: null, notTaken: leftOverWords(end) })
  }
  return async (): Promise<void> => {
    const { sending } = draft.peek()
    if (sending === null) return
    // Of another declaration, or in another tab, it is told by whoever sends that.
    const isOver = (): boolean =>
      !pen.isStillHere() || draft.peek().sending?.declaration !== sending.declaration
    const end = await sendUntilDecided(path, sending, {
      ask: (...question) => (isOver() ? nobodyAsksAnyMore : ask(...question)),
      wait: waitOrOnline,
      waitForDesk: () => waitForDesk(board, seat),
      tell: (told) => void (isOver() || tell(told)),
      accepted: (id) => void (isOver() || keep({ ...draft.peek(), sending: { ...sending, id } })),
    })
    if (!isOver()) finish(end)
  }
}

/** Milliseconds between two questions what the desk has decided: a rejection is no event of the night. */
const pause = 2000

/** No longer than until the seat has another result: that may be what was held back. */
const waitForDesk = (board: Followed['board'], seat: string): Promise<void> =>
  new Promise((resolve) => {
    const seqNow = () => board.value?.seatsById[seat]?.latest?.seq
    const before = seqNow()
    const done = (): void => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, pause)
    const stop = effect(() => {
      if (seqNow() !== before) done()
    })
  })

const nobodyAsksAnyMore = new Promise<Answer | null>(() => {})
