import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contracts } from '../support/contract.ts'
import { pushedJudge, readPushed } from '../support/pushed.ts'
import { root } from '../support/root.ts'

test('[API5] docs/asyncapi.yaml is what `npm run contracts` makes of the schemas', async () => {
  const { asyncapi } = await contracts()
  expect(await readFile(join(root, 'docs', 'asyncapi.yaml'), 'utf8')).toBe(asyncapi)
})

test('[API5] the document of what is pushed holds together, and its examples fit their forms', async () => {
  const { asyncapi } = await contracts()
  const document = readPushed(asyncapi)
  const refs = [...asyncapi.matchAll(/"?\$ref"?: "(#\/[^"]+)"/g)].map(([, ref]) => ref ?? '')
  expect(refs.length).toBeGreaterThan(50)
  const there = (ref: string): unknown =>
    ref
      .slice(2)
      .split('/')
      .reduce<unknown>((value, part) => Reflect.get(Object(value), part), document)
  expect(refs.filter((ref) => there(ref) === undefined)).toEqual([])

  const { messages } = document.components
  expect(Object.keys(messages)).toEqual([
    'handshake',
    'night',
    'event',
    'clock',
    'refused',
    'liveEvent',
    'reset',
  ])
  expect(Object.values(document.operations).map(({ action }) => action)).toEqual([
    'receive',
    ...Array.from({ length: 6 }, () => 'send'),
  ])
  const judge = pushedJudge(asyncapi)
  for (const [name, { examples }] of Object.entries(messages)) {
    for (const { name: which, payload } of examples) {
      expect([name, which, judge(name, payload)]).toEqual([name, which, null])
      const more = { ...Object(payload), undocumented: 1 }
      expect([name, which, judge(name, more)]).not.toEqual([name, which, null])
    }
  }
})
