import { parse } from 'csv-parse/sync'

export type Row = Readonly<Record<string, string>>

/** A table as somebody's spreadsheet reads it. */
export const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true })

/** The lines of a calendar's parts of this kind, unfolded: name → value. */
export const partsOf = (text: string, kind: 'VEVENT' | 'VCALENDAR'): Row[] =>
  text
    .replaceAll('\r\n ', '')
    .split(`BEGIN:${kind}\r\n`)
    .slice(1)
    .map((part) =>
      Object.fromEntries(
        (part.split(/(?:END|BEGIN):V/)[0] ?? '')
          .split('\r\n')
          .filter((line) => line !== '')
          .map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)]),
      ),
    )

/** What stands between these tags, each time, with the entities as the characters that they are. */
export const textsIn = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )

/** The entries of a feed, each as it is written. */
export const entriesOf = (feed: string): string[] => feed.match(/<entry>[^]*?<\/entry>/g) ?? []
