import { canonical } from '@night/shared/chain'
import { Declaration } from '@night/shared/declaration'
import { NightEvent } from '@night/shared/event'
import { NightDefinition } from '@night/shared/night'
import { Handshake } from '@night/shared/protocol'
import { Replay } from '@night/shared/replay'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { z } from 'zod'

/**
 * The wire cannot change by accident. When this fails and the change is meant: a newsroom's programs read these, so
 * say in CHANGELOG.md what is new, then put the new digest here.
 */
test.each([
  ['an event', NightEvent, 'c6c86e910c2e2c73'],
  ['a declaration', Declaration, 'dbb04618dc2b1ce7'],
  ['a night’s definition', NightDefinition, '9bca97617746d7b7'],
  ['a screen’s hello', Handshake, 'a5e1514ec0690394'],
  ['a replay', Replay, '9acdbfabf3bfa162'],
])('[FEED10] the form of %s is the one that was published', (_what, schema, digest) => {
  const form = z.toJSONSchema(schema, { io: 'input' })
  expect(sha256(canonical(form)).slice(0, 16)).toBe(digest)
})
