import type { Correction } from './corrections.ts'
import type { Night } from './night.ts'

// oxlint-disable-next-line no-control-regex -- XML has no way to write them
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

const escaped = (text: string): string =>
  text
    .replaceAll(controls, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** "Correction: Tamworth (2)", and of a night that is not live its mode before it. */
const titleOf = ({ kind, mode, constituency, revision }: Correction): string => {
  const what = kind === 'corrected' ? `Correction ${revision - 1}` : 'Withdrawn'
  return `${mode === 'live' ? '' : `${mode.toUpperCase()}: `}${what}: ${constituency.name}`
}

const linesOf = (correction: Correction): string[] => [
  `Why: ${correction.reason}`,
  ...(correction.kind === 'corrected' ? [`Now: ${correction.words.line}`] : []),
  ...correction.consequences.map(({ text }) => `No longer: ${text}`),
]

const entry = (correction: Correction): string => `  <entry>
    <id>urn:results-night:${escaped(correction.night)}:${correction.hash}</id>
    <title>${escaped(titleOf(correction))}</title>
    <updated>${correction.publishedAt}</updated>
    <content type="text">${escaped(linesOf(correction).join('\n'))}</content>
  </entry>
`

/** A night's corrections as an Atom feed (RFC 4287), the latest first. [COR4] */
export const correctionsToAtom = (
  { definition, board }: Night,
  corrections: readonly Correction[],
): string => {
  const updated = corrections[0]?.publishedAt ?? definition.pollsClose
  const mark = board.night.mode === 'live' ? '' : `${board.night.mode.toUpperCase()}: `
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:results-night:${escaped(definition.id)}:corrections</id>
  <title>${escaped(`${mark}Corrections, ${definition.title}`)}</title>
  <author><name>Results Night</name></author>
  <updated>${updated}</updated>
${corrections.map(entry).join('')}</feed>
`
}
