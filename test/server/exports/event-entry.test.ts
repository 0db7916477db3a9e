import { eventToSaid } from '@night/server/exports/event-entry'
import { NightEvent } from '@night/shared/event'
import { expect, test } from 'vitest'

const at = '2023-10-20T01:00:00.000Z'
const noteOf = (text: string) =>
  NightEvent.parse({
    seq: 2,
    night: 'some-night',
    mode: 'live',
    kind: 'note',
    at,
    publishedAt: at,
    hash: 'a'.repeat(64),
    constituency: null,
    text,
    speaker: null,
    role: null,
    source: null,
    by: 'desk',
  })

test('[EXP5] a note that is too long for a title is cut behind a whole character', () => {
  const { title } = eventToSaid(noteOf(`${'x'.repeat(99)}😀 and more`))
  expect(title).toBe(`${'x'.repeat(99)}😀…`)
  expect(eventToSaid(noteOf('😀'.repeat(100))).title).toBe('😀'.repeat(100))
})
