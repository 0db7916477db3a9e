import { setTimeout as sleep } from 'node:timers/promises'
import type { Declaration } from '@night/shared/declaration'
import { Queued } from '../../support/answers.ts'
import { deskToken } from '../../support/call.ts'
import { declarationContent } from '../content.ts'
import type { Stand } from './stand.ts'

export type Sender = {
  /** Sends until somebody says 202, as whoever stands in a hall does; the same body each time. */
  readonly send: (declaration: Declaration) => Promise<void>
  readonly attempts: () => number
  /** What something is called in the history, by the id that the house gave it. */
  readonly nameOf: (submission: string) => string | null
}

/** A sender that goes from one server to the other when nobody answers. */
export const createSender = ({ urls, night, note, head }: Stand): Sender => {
  let attempts = 0
  const namesById = new Map<string, string>()
  const once = async (declaration: Declaration, url: string): Promise<boolean> => {
    attempts += 1
    const id = `${declaration.constituency}-${declaration.revision}`
    const content = declarationContent(declaration)
    note({ ...head(), kind: 'submit', night, id, content, by: 'desk', may: null })
    try {
      const response = await fetch(`${url}/api/nights/${night}/declarations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${deskToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(declaration),
        signal: AbortSignal.timeout(5000),
      })
      if (response.status === 202) {
        note({ ...head(), kind: 'ack', night, id })
        const { id: given } = Queued.parse(await response.json())
        namesById.set(given, id)
      } else if (response.status < 500)
        throw new Error(`${declaration.constituency}: ${response.status} ${await response.text()}`)
      return response.status === 202
    } catch (fault) {
      if (fault instanceof Error && /: 4\d\d /.test(fault.message)) throw fault
      return false
    }
  }
  return {
    send: async (declaration) => {
      for (let tries = 0; tries < 500; tries += 1) {
        if (await once(declaration, urls[tries % urls.length] ?? '')) return
        await sleep(150)
      }
      throw new Error(`Nobody takes ${declaration.constituency}.`)
    },
    attempts: () => attempts,
    nameOf: (submission) => namesById.get(submission) ?? null,
  }
}
