import { authorWords } from '@night/shared/author'
import type { Correction } from '@night/shared/event'
import type { Night } from '../night.ts'
import { type AtomEntry, atomText } from './atom.ts'
import { modeMark } from './mode-mark.ts'

/** "Correction 1: Tamworth", and of a night that is not live its mode before it. */
const titleOf = ({ kind, mode, constituency, revision }: Correction): string => {
  const what = kind === 'corrected' ? `Correction ${revision - 1}` : 'Withdrawn'
  return `${modeMark(mode)}${what}: ${constituency.name}`
}

const linesOf = (correction: Correction): string[] => [
  `Why: ${correction.reason}`,
  `Who: ${authorWords(correction.by)}`,
  ...(correction.kind === 'corrected' ? [`Now: ${correction.words.line}`] : []),
  ...correction.consequences.map(({ text }) => `No longer: ${text}`),
]

const entryOf = (correction: Correction): AtomEntry => ({
  id: `urn:results-night:${correction.night}:${correction.hash}`,
  title: titleOf(correction),
  updated: correction.publishedAt,
  content: linesOf(correction).join('\n'),
})

/** A night's corrections as an Atom feed (RFC 4287), the latest first. [COR4] */
export const correctionsToAtom = (
  { definition, mode }: Night,
  corrections: readonly Correction[],
): string =>
  atomText({
    id: `urn:results-night:${definition.id}:corrections`,
    title: `${modeMark(mode)}Corrections, ${definition.title}`,
    updated: corrections[0]?.publishedAt ?? definition.pollsClose,
    links: [{ rel: 'self', href: `/api/nights/${definition.id}/corrections.atom` }],
    entries: corrections.map(entryOf),
  })
