import type { Declaration } from '@night/shared/declaration'
import type { HeldReason } from '../held/answers.ts'
import { isObject, type Sending } from './draft.ts'

/** It is none, or none any more; or it is somebody's who may not declare this seat. */
type TokenFault = 'unknown' | 'of-another'

/** How it goes with a declaration that is being sent. */
export type Fate =
  | { readonly state: 'sending' }
  | { readonly state: 'unsent'; readonly words: string }
  | { readonly state: 'received'; readonly words: string }
  | { readonly state: 'published'; readonly seq: number }
  | { readonly state: 'held'; readonly reasons: readonly HeldReason[] }
  | { readonly state: 'rejected'; readonly words: string }
  | { readonly state: 'refused'; readonly words: string; readonly token: TokenFault | null }

/** What becomes of it in the end. */
export type End = Extract<Fate, { state: 'published' | 'rejected' | 'refused' }>

export type Answer = { readonly status: number; readonly body: unknown }

/** What sending needs of the world. */
export type Hands = {
  /** Null where nobody answered. */
  readonly ask: (path: string, body?: Declaration) => Promise<Answer | null>
  /** Milliseconds, or less when the connection comes back. */
  readonly wait: (pause: number) => Promise<void>
  /** Until it is worth asking again what the desk has decided. */
  readonly waitForDesk: () => Promise<void>
  readonly tell: (fate: Fate) => void
  /** Keeps the server's id, so that after a reload it is only asked for. */
  readonly accepted: (id: string) => void
}

const longest = 15_000

/** Milliseconds before the next try: 1, 2, 4, 8, then 15 seconds. */
export const pauseBefore = (attempt: number): number => Math.min(longest, 1000 * 2 ** attempt)

const promise = 'It will be sent once, by itself.'
const noConnection = `Not sent yet: no connection. ${promise}`
const notNow = `Not sent yet: the server cannot take it now. ${promise}`

/** Sends the same body until it is answered, then asks what became of it until that is decided. [ENT2 ENT6] */
export const sendUntilDecided = async (
  path: string,
  { declaration, id }: Sending,
  hands: Hands,
): Promise<End> => {
  if (id !== null) return follow(path, id, hands)
  hands.tell({ state: 'sending' })
  for (let attempt = 0; ; attempt += 1) {
    const answer = await hands.ask(path, declaration)
    const accepted = answer?.status === 202 ? textIn(answer.body, 'id') : null
    if (accepted !== null) {
      hands.accepted(accepted)
      return follow(path, accepted, hands)
    }
    if (answer !== null && answer.status >= 400 && answer.status < 500) return refusalIn(answer)
    hands.tell({ state: 'unsent', words: answer === null ? noConnection : notNow })
    await hands.wait(pauseBefore(attempt))
  }
}

const received = 'Received. Waiting for the checks.'
const receivedButCutOff = 'Received. No connection now: what became of it will be shown here.'

/** What is held back is told as that, and asked for again until the desk has decided. */
const follow = async (path: string, id: string, hands: Hands): Promise<End> => {
  hands.tell({ state: 'received', words: received })
  let isHeld = false
  for (let attempt = 0; ; attempt += 1) {
    const answer = await hands.ask(`${path}/${id}`)
    if (answer !== null && answer.status >= 400 && answer.status < 500) return refusalIn(answer)
    const fate = answer?.status === 200 ? fateIn(answer.body) : null
    if (fate !== null && fate.state !== 'held') return fate
    isHeld ||= fate !== null
    if (fate !== null) hands.tell(fate)
    const isCutOff = answer?.status !== 200
    if (!isHeld) hands.tell({ state: 'received', words: isCutOff ? receivedButCutOff : received })
    if (isHeld) await hands.waitForDesk()
    else await hands.wait(isCutOff ? pauseBefore(Math.min(attempt, 2)) : 250)
  }
}

/** Null while nothing was decided. */
const fateIn = (body: unknown): Extract<Fate, { state: 'held' }> | End | null => {
  if (!isObject(body)) return null
  const { status, seq, reasons } = body
  if (status === 'published' && typeof seq === 'number') return { state: 'published', seq }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server's answer
  if (status === 'held') return { state: 'held', reasons: (reasons ?? []) as HeldReason[] }
  if (status === 'rejected') {
    const why = textIn(body['ruling'], 'reason')
    return { state: 'rejected', words: why ?? 'The desk gave no reason.' }
  }
  return null
}

export const unknownToken = 'This token is not, or no longer, valid. Ask the desk for a new one.'

const refusalIn = ({ status, body }: Answer): End =>
  status === 401
    ? { state: 'refused', words: unknownToken, token: 'unknown' }
    : {
        state: 'refused',
        words: textIn(body, 'detail') ?? `The server refused it (${status}).`,
        token: status === 403 ? 'of-another' : null,
      }

const textIn = (body: unknown, name: string): string | null => {
  const value = isObject(body) ? body[name] : undefined
  return typeof value === 'string' ? value : null
}
