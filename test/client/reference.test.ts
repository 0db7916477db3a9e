import { formWords } from '@night/client/reference/form-words'
import { curlOf, requestOf } from '@night/client/reference/request'
import { expect, test } from 'vitest'

test.each([
  [{ type: 'integer', minimum: 0, maximum: 1_000_000 }, 'whole number, 0 to 1,000,000'],
  [{ type: 'number', exclusiveMinimum: 0 }, 'number, above 0'],
  [{ $ref: '#/components/schemas/Instant' }, 'Instant'],
  [{ anyOf: [{ $ref: '#/components/schemas/Flash' }, { type: 'null' }] }, 'Flash or null'],
  [{ enum: ['gain', 'hold', 'win'] }, '“gain”, “hold” or “win”'],
  [{ const: 'queued', type: 'string' }, 'always “queued”'],
  [{ type: 'array', minItems: 1, items: { type: 'string' } }, 'list of text, at least 1'],
  [{ type: 'object', additionalProperties: { type: 'boolean' } }, 'true or false by key'],
  [{ type: 'string', format: 'date-time' }, 'time, ISO 8601'],
  [{}, 'anything'],
])('[API7] a form is said in words', (form, words) => {
  expect(formWords(form)).toBe(words)
})

const operation = {
  operationId: 'sendNote',
  tags: ['The desk'],
  summary: 'A note',
  security: [{ deskToken: [] }],
  responses: {},
  method: 'post',
  path: '/api/nights/{night}/notes',
  parameters: [
    { name: 'night', in: 'path', required: true, description: '', schema: {} },
    { name: 'at', in: 'query', required: false, description: '', schema: {} },
    { name: 'Accept', in: 'header', required: false, description: '', schema: {} },
  ],
  requestBody: { content: {} },
} as const

test('[API7] what was filled in is the request, and what was left empty is not sent', () => {
  const values = { night: 'a b', at: '2023-10-20T01:45:00Z', Accept: ' ' }
  const wanted = requestOf(operation, { values, body: '{}', token: 'rnd_secret' })
  expect(wanted).toEqual({
    method: 'POST',
    path: '/api/nights/a%20b/notes?at=2023-10-20T01%3A45%3A00Z',
    headers: { Authorization: 'Bearer rnd_secret', 'Content-Type': 'application/json' },
    body: '{}',
  })
})

test('[API7] the same for a shell is quoted whole, and without the token', () => {
  const body = `{"text":"it’s 'not' $HOME"}`
  const wanted = requestOf(operation, { values: { night: 'n' }, body, token: 'rnd_secret' })
  const text = curlOf(wanted, 'http://127.0.0.1:3000')
  expect(text.split(' \\\n  ')).toEqual([
    'curl -X POST',
    '-H "Authorization: Bearer $TOKEN"',
    `-H 'Content-Type: application/json'`,
    String.raw`-d '{"text":"it’s '\''not'\'' $HOME"}'`,
    `'http://127.0.0.1:3000/api/nights/n/notes'`,
  ])
})
