import type { AlertMessage } from '@night/shared/alert/message'
import { myPath } from './message.ts'

/** More than any five minutes of a night had; a push carries that many. */
const most = 40

/** Many alerts as one: how many of what, and each in its line. One alone is in its own words. [ALR9] */
export const digestOf = (
  pending: readonly [AlertMessage, ...AlertMessage[]],
  silent: boolean,
): AlertMessage => {
  const [first, ...others] = pending
  const id = `digest-${first.seq}-${(pending.at(-1) ?? first).seq}`
  if (others.length === 0) return { ...first, id, silent }
  const last = pending.at(-1) ?? first
  return {
    ...last,
    id,
    kind: 'digest',
    tag: silent ? 'standing' : `digest-${first.seq}`,
    title: titleOf(pending),
    body: bodyOf(pending),
    path: myPath(last.night),
    update: false,
    silent,
    urgent: false,
    ttl: Math.max(...pending.map(({ ttl }) => ttl)),
  }
}

/**
 * What is left to say of a digest of which only some lines still stand; null where none does. One alone is in its own
 * words. It is the same alert, so it keeps id and tag. [ALR11]
 */
export const restOf = (
  digest: AlertMessage,
  { all, standing }: { readonly all: number; readonly standing: readonly AlertMessage[] },
): AlertMessage | null => {
  const [first, ...others] = standing
  if (!first) return null
  if (standing.length === all) return digest
  if (others.length === 0) return { ...digest, title: first.title, body: first.body }
  return { ...digest, title: titleOf(standing), body: bodyOf(standing) }
}

const marks = /^(TEST |REPLAY )/

/** "9 results, 7 gains: Lab 5, Lib Dem 2". */
const titleOf = (pending: readonly AlertMessage[]): string => {
  const mark = marks.exec(pending[0]?.title ?? '')?.[0] ?? ''
  const titles = pending.map(({ title }) => title.replace(marks, ''))
  const gains = titles.filter((title) => / GAIN /.test(title))
  const byWinner = new Map<string, number>()
  for (const title of gains) {
    const [winner = ''] = title.split(' GAIN ')
    byWinner.set(winner, (byWinner.get(winner) ?? 0) + 1)
  }
  const parties = [...byWinner].toSorted((a, b) => b[1] - a[1]).map(([party, n]) => `${party} ${n}`)
  const count = `${gains.length} ${gains.length === 1 ? 'gain' : 'gains'}`
  const rest = parties.length > 0 ? `${count}: ${parties.join(', ')}` : ''
  if (gains.length === pending.length) return mark + rest
  return `${mark}${pending.length} alerts${rest === '' ? '' : `, ${rest}`}`
}

const bodyOf = (pending: readonly AlertMessage[]): string => {
  const lines = pending.slice(0, most).map(lineOf)
  const more = pending.length - lines.length
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

/** A title says all, but for what the desk says: of that it says only who it is from. */
const lineOf = ({ kind, title, body }: AlertMessage): string => {
  const words = title.replace(marks, '')
  return kind === 'note' ? `${words}: ${body.replace(/\s+/g, ' ')}` : words
}
