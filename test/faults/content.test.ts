import type { NightEvent } from '@night/shared/event'
import { expect, test } from 'vitest'
import { declarationOf, isResult, october, recordedLog, tamworth } from '../support/night.ts'
import { present } from '../support/present.ts'
import { saidOf } from '../support/said.ts'
import { Content, contentOf, contentWords, declarationContent } from './content.ts'

const log = await recordedLog(october)
const first = present(log.find(isResult))
const said = saidOf(first)

const result = {
  kind: 'result',
  constituency: tamworth,
  revision: 1,
  at: 1_697_766_300_000,
  votes: Object.fromEntries(first.result.candidates.map(({ id, votes }) => [id, votes])),
  valid: 25_586,
  rejected: 44,
  electorate: 71_302,
} as const

/** Everything that can be sent, with the event that it becomes and how it is named. */
const all: readonly (readonly [NightEvent, Content, string])[] = [
  [said.result(2), result, 'the declaration of E14000986, revision 1'],
  [
    { ...said.result(3, 2), kind: 'corrected', replaces: 2, reason: 'TEST', consequences: [] },
    { ...result, revision: 2 },
    'the declaration of E14000986, revision 2',
  ],
  [
    said.flash(2),
    { kind: 'flash', constituency: tamworth, candidate: 'sarah-edwards' },
    'the flash of E14000986',
  ],
  [
    said.withdrawn(3, 2),
    { kind: 'withdrawal', constituency: tamworth, revision: 2, reason: 'TEST' },
    'the withdrawal of E14000986, revision 2',
  ],
  [
    said.status(2, first.at),
    { kind: 'status', constituency: tamworth, status: 'recount', expectedAt: first.at, text: null },
    'the status of E14000986',
  ],
  [
    { ...said.note(2), speaker: 'S', role: 'R', source: 'P' },
    { kind: 'note', constituency: tamworth, text: 'TEST 2', speaker: 'S', role: 'R', source: 'P' },
    'the note “TEST 2”',
  ],
  [
    { ...said.note(2), constituency: null },
    { kind: 'note', constituency: null, text: 'TEST 2', speaker: null, role: null, source: null },
    'the note “TEST 2”',
  ],
  [present(log.at(-1)), { kind: 'closing' }, 'the closing'],
]

test.each(all)(
  '[FLT2] what was sent is known by its event, and named: %#',
  (event, content, words) => {
    expect(contentOf(event)).toEqual(content)
    expect(Content.parse(content)).toEqual(content)
    expect(contentWords(content)).toBe(words)
  },
)

test('[FLT1] nobody sent the opening, which the house says itself', () => {
  expect(contentOf(present(log[0]))).toBeNull()
})

test('[FLT1] a declaration is the same content before it goes in at the door and in the log', async () => {
  expect(declarationContent(await declarationOf(october, tamworth))).toEqual(result)
})

test('[FLT4] content that nobody can have sent is not read', () => {
  const wrong = [
    { ...result, revision: 0 },
    { ...result, votes: { 'sarah-edwards': -1 } },
    { ...result, votes: { 'sarah-edwards': 0.5 } },
    { ...result, valid: -1 },
    { ...result, electorate: null },
    { ...result, more: 1 },
    { kind: 'withdrawal', constituency: tamworth, revision: 0, reason: 'TEST' },
    { kind: 'flash', constituency: tamworth },
    { kind: 'closing', at: 1 },
    { kind: 'opening' },
  ]
  for (const content of wrong) expect(Content.safeParse(content).success).toBe(false)
  expect(Content.parse({ ...result, rejected: null })).toEqual({ ...result, rejected: null })
})
