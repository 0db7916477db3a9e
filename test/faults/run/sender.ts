import { setTimeout as sleep } from 'node:timers/promises'
import { QueuedAnswer } from '@night/shared/answer/fate'
import type { Declaration } from '@night/shared/declaration'
import type { NoteCall } from '@night/shared/desk'
import { z } from 'zod'
import { deskToken } from '../../support/call.ts'
import { type Content, declarationContent } from '../content.ts'
import type { Stand } from './stand.ts'

/** A fault of the house's says in one word what it is, or ought to. */
const Problem = z.object({ code: z.string().nullable().catch(null) })

export type Sender = {
  /** Sends until somebody says 202, as whoever stands in a hall does; the same body each time. */
  readonly send: (declaration: Declaration) => Promise<void>
  /** Sends what the desk says once, to one server; nobody knows what became of it where no answer comes. */
  readonly say: (id: string, note: NoteCall, url: string) => Promise<boolean>
  readonly attempts: () => number
  /** How often which status came back, 0 where there was no answer. */
  readonly answers: () => Readonly<Record<string, number>>
  /** What something is called in the history, by the id that the house gave it. */
  readonly nameOf: (submission: string) => string | null
}

type Sent = {
  readonly id: string
  readonly content: Content
  readonly path: string
  readonly body: object
}

/** A sender that goes from one server to the other when nobody answers. */
export const createSender = ({
  urls,
  night,
  note,
  head,
}: Pick<Stand, 'urls' | 'night' | 'note' | 'head'>): Sender => {
  let attempts = 0
  const answers = new Map<number, number>()
  const count = (status: number): void => void answers.set(status, (answers.get(status) ?? 0) + 1)
  const namesById = new Map<string, string>()
  const once = async ({ id, content, path, body }: Sent, url: string): Promise<boolean> => {
    attempts += 1
    note({ ...head(), kind: 'submit', night, id, content, by: 'desk', may: null })
    try {
      const response = await fetch(`${url}/api/nights/${night}/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${deskToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(5000),
      })
      count(response.status)
      if (response.status === 202) {
        note({ ...head(), kind: 'ack', night, id })
        const { id: given } = QueuedAnswer.parse(await response.json())
        namesById.set(given, id)
      } else if (response.status >= 500) {
        const { code } = Problem.parse(await response.json().catch(() => ({})))
        note({ ...head(), kind: 'turned-away', night, id, code })
      } else throw new Error(`${id}: ${response.status} ${await response.text()}`)
      return response.status === 202
    } catch (fault) {
      if (fault instanceof Error && /: 4\d\d /.test(fault.message)) throw fault
      count(0)
      return false
    }
  }
  return {
    send: async (declaration) => {
      const sent = {
        id: `${declaration.constituency}-${declaration.revision}`,
        content: declarationContent(declaration),
        path: 'declarations',
        body: declaration,
      }
      for (let tries = 0; tries < 500; tries += 1) {
        if (await once(sent, urls[tries % urls.length] ?? '')) return
        await sleep(150)
      }
      throw new Error(`Nobody takes ${declaration.constituency}.`)
    },
    say: (id, said, url) =>
      once({ id, content: { kind: 'note', ...said }, path: 'notes', body: said }, url),
    attempts: () => attempts,
    answers: () => Object.fromEntries(answers),
    nameOf: (submission) => namesById.get(submission) ?? null,
  }
}
