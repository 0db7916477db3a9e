// oxlint-disable-next-line no-control-regex -- XML has no way to write them
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const escaped = (text: string): string =>
  text
    .replaceAll(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export type AtomLink = { readonly rel: string; readonly href: string; readonly title?: string }

export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly published?: string
  readonly updated: string
  readonly links?: readonly AtomLink[]
  readonly categories?: readonly string[]
  /** Read as text, whatever it holds. */
  readonly content: string
}

type AtomFeed = {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly links?: readonly AtomLink[]
  readonly entries: readonly AtomEntry[]
}

export const atomType = 'application/atom+xml; charset=utf-8'

/** A feed as RFC 4287 has it. Texts are texts: no name in them is ever markup. */
export const atomText = ({ id, title, updated, links = [], entries }: AtomFeed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(id)}</id>
  <title>${escaped(title)}</title>
  <author><name>Results Night</name></author>
  <updated>${updated}</updated>
${links.map((link) => `  ${linkText(link)}\n`).join('')}${entries.map(entryText).join('')}</feed>
`

const entryText = ({ links = [], categories = [], ...entry }: AtomEntry): string => {
  const lines = [
    `<id>${escaped(entry.id)}</id>`,
    `<title>${escaped(entry.title)}</title>`,
    ...(entry.published === undefined ? [] : [`<published>${entry.published}</published>`]),
    `<updated>${entry.updated}</updated>`,
    ...links.map(linkText),
    ...categories.map((term) => `<category term="${escaped(term)}"/>`),
    `<content type="text">${escaped(entry.content)}</content>`,
  ]
  return `  <entry>\n${lines.map((line) => `    ${line}\n`).join('')}  </entry>\n`
}

const linkText = ({ rel, href, title }: AtomLink): string => {
  const named = title === undefined ? '' : ` title="${escaped(title)}"`
  return `<link rel="${escaped(rel)}" href="${escaped(href)}"${named}/>`
}
