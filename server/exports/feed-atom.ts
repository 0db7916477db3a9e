import { type Correction, isCorrection, type NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { Router } from 'express'
import { z } from 'zod'
import { sendText } from '../compressed.ts'
import type { Night } from '../night.ts'
import { formWords } from '../form-words.ts'
import { refuse } from '../problems.ts'
import type { Asked } from '../with-night.ts'
import { type AtomEntry, type AtomLink, atomText, atomType } from './atom.ts'
import { eventToSaid } from './event-entry.ts'
import { modeMark } from './mode-mark.ts'
import { type ExportParts, ofNight } from './of-night.ts'

/** `before` is a seq: the page has what came before it. */
export const FeedQuery = z.strictObject({ before: z.coerce.number().int().min(1).optional() })

/** Entries of one page. */
const most = 100

/** Everything that was published, for feed readers, the latest first. [EXP5 EXP6] */
export const createFeedAtom = (parts: ExportParts): Router =>
  Router().get('/nights/:night/feed.atom', ...ofNight(parts, give))

const give = async (night: Night, { request, response }: Asked): Promise<void> => {
  const query = FeedQuery.safeParse(request.query)
  if (!query.success) return refuse(response, 'does-not-fit', formWords(query.error))
  const { seq, hash } = night.board
  response
    .set({ ETag: `"${seq}-${hash.slice(0, 16)}"`, 'Cache-Control': 'no-cache' })
    .type(atomType)
  await sendText(request, response, nightToAtom(night, query.data.before ?? seq + 1))
}

/** What came before the event `before`, at most a hundred entries. [EXP5 EXP6] */
export const nightToAtom = (night: Night, before: number): string => {
  const { definition, mode, events, board } = night
  const place = `/api/nights/${definition.id}/feed.atom`
  const until = Math.min(before - 1, events.length)
  const from = Math.max(0, until - most)
  const isFirst = before > board.seq
  const replacedBy = new Map(events.filter(isCorrection).map((event) => [event.replaces, event]))
  return atomText({
    id: tagOf(definition),
    title: modeMark(mode) + definition.title,
    updated: events.at(-1)?.publishedAt ?? definition.pollsClose,
    links: [
      { rel: 'self', href: isFirst ? place : `${place}?before=${before}` },
      ...(isFirst ? [] : [{ rel: 'first', href: place }]),
      ...(from === 0 ? [] : [{ rel: 'next', href: `${place}?before=${from + 1}` }]),
      { rel: 'alternate', href: `/wall?night=${definition.id}` },
    ],
    entries: events
      .slice(from, until)
      .toReversed()
      .map((event) => entryOf(night, event, replacedBy.get(event.seq))),
  })
}

/** RFC 4151. A night, and with its place in the log and its hash one fact of it, wherever it is given out. */
const tagOf = ({ id, date }: NightDefinition, event?: NightEvent): string =>
  `tag:results-night,${date}:${id}${event ? `/${event.seq}-${event.hash.slice(0, 16)}` : ''}`

/**
 * A correction is an entry of its own, since readers show what is new and pass over what was changed; the entry that it
 * replaces changes too, so that nobody copies figures that no longer stand. [EXP6]
 */
const entryOf = (night: Night, event: NightEvent, by: Correction | undefined): AtomEntry => {
  const { title, content } = eventToSaid(event)
  return {
    id: tagOf(night.definition, event),
    title: `${modeMark(event.mode)}${by ? 'NO LONGER STANDS: ' : ''}${title}`,
    published: event.publishedAt,
    updated: by?.publishedAt ?? event.publishedAt,
    links: linksOf(night, event, by),
    categories: [event.kind, event.mode],
    content: by ? `No longer stands: ${by.reason}\n\n${content}` : content,
  }
}

/** The seat's page, and what this replaces or is replaced by (RFC 5829). */
const linksOf = (
  { definition, events }: Night,
  event: NightEvent,
  by: Correction | undefined,
): AtomLink[] => {
  const seat = 'constituency' in event ? event.constituency : null
  const before = isCorrection(event) ? events[event.replaces - 1] : undefined
  return [
    {
      rel: 'alternate',
      href: seat ? `/seat/${seat.id}?night=${definition.id}` : `/wall?night=${definition.id}`,
    },
    ...(before ? [{ rel: 'predecessor-version', href: tagOf(definition, before) }] : []),
    ...(by ? [{ rel: 'successor-version', href: tagOf(definition, by) }] : []),
  ]
}
