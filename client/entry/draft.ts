import type { Declaration } from '@night/shared/declaration'

/** What was written for each candidate. */
export type Texts = Readonly<Record<string, string>>

/** A declaration that is on its way: the same body until it is answered. `id` is the server's, once it has it. */
export type Sending = { readonly declaration: Declaration; readonly id: string | null }

/** Everything that was written, as it was written. It never has a token in it. [ENT2] */
export type Draft = {
  readonly figures: Texts
  /** The two leaders, keyed a second time. */
  readonly again: Texts
  readonly rejected: string
  readonly isRejectedUnread: boolean
  readonly valid: string
  readonly verified: string
  readonly majority: string
  /** On London's clock; empty is now. */
  readonly time: string
  /** The candidate whom the lot favoured. */
  readonly lot: string
  /** The candidate whose name was read out. */
  readonly elected: string
  readonly reason: string
  /** What is unlikely, in the words in which somebody says that they listened to it again; empty where nobody does. */
  readonly heardAgain: string
  readonly isCorrecting: boolean
  /** When it was first sent, where no time was written; empty before. */
  readonly sentAt: string
  /** Why what was sent last was not taken, in words; empty where nothing was sent since. */
  readonly notTaken: string
  readonly sending: Sending | null
}

export const emptyDraft: Draft = {
  figures: {},
  again: {},
  rejected: '',
  isRejectedUnread: false,
  valid: '',
  verified: '',
  majority: '',
  time: '',
  lot: '',
  elected: '',
  reason: '',
  heardAgain: '',
  isCorrecting: false,
  sentAt: '',
  notTaken: '',
  sending: null,
}

/** Whether nothing was written that would be lost. */
export const isBlank = ({ figures, valid, rejected, sending }: Draft): boolean =>
  sending === null &&
  [...Object.values(figures), valid, rejected].every((text) => text.trim() === '')

/** What was kept, as far as it has the form of a draft. */
export const draftIn = (text: string | null): Draft => {
  const kept = objectIn(text)
  if (kept === null) return emptyDraft
  const string = (name: keyof Draft): string => {
    const value = kept[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    figures: textsIn(kept['figures']),
    again: textsIn(kept['again']),
    rejected: string('rejected'),
    isRejectedUnread: kept['isRejectedUnread'] === true,
    valid: string('valid'),
    verified: string('verified'),
    majority: string('majority'),
    time: string('time'),
    lot: string('lot'),
    elected: string('elected'),
    reason: string('reason'),
    heardAgain: string('heardAgain'),
    isCorrecting: kept['isCorrecting'] === true,
    sentAt: string('sentAt'),
    notTaken: string('notTaken'),
    sending: sendingIn(kept['sending']),
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectIn = (text: string | null): Readonly<Record<string, unknown>> | null => {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return isObject(kept) ? kept : null
  } catch {
    return null
  }
}

const textsIn = (value: unknown): Texts =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([id, text]): [string, string][] =>
      typeof text === 'string' ? [[id, text]] : [],
    ),
  )

const sendingIn = (value: unknown): Sending | null => {
  if (!isObject(value) || !isObject(value['declaration'])) return null
  const id = value['id']
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this page; the server looks at it again
    declaration: value['declaration'] as Declaration,
    id: typeof id === 'string' ? id : null,
  }
}
