import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/root.ts'

const sources = async (): Promise<string[]> => {
  const entries = await readdir(join(root, 'test'), { recursive: true })
  const files = entries.filter(
    (name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'),
  )
  return Promise.all(files.map((name) => readFile(join(root, 'test', name), 'utf8')))
}

const rulesOfSpec = async (): Promise<string[]> => {
  const spec = await readFile(join(root, 'SPEC.md'), 'utf8')
  return [...spec.matchAll(/^\*\*([A-Z]+\d+)\*\*/gm)].map(([, rule]) => rule ?? '')
}

/** Rules that test titles carry: `test('[SWG2] …', …)`, with one or more in the brackets. */
const rulesOfTests = async (): Promise<string[]> => {
  const titles = (await sources()).flatMap((text) => [
    ...text.matchAll(/['"`]\[([A-Z]+\d+(?: [A-Z]+\d+)*)\]/g),
  ])
  return titles.flatMap(([, rules]) => rules?.split(' ') ?? [])
}

test('[SPEC1] every rule of the specification has a test that carries its number', async () => {
  const tested = new Set(await rulesOfTests())
  expect((await rulesOfSpec()).filter((rule) => !tested.has(rule))).toEqual([])
})

test('[SPEC1] every test names a rule of the specification, and no number is given twice', async () => {
  const rules = await rulesOfSpec()
  expect(new Set(rules).size).toBe(rules.length)
  const known = new Set(rules)
  expect([...new Set(await rulesOfTests())].filter((rule) => !known.has(rule))).toEqual([])
  const nameless = (await sources()).flatMap((text) => [
    ...text.matchAll(/^\s*test(?:\.each\([^)]*\))?\(\s*['"`](?!\[)[^'"`]*/gm),
  ])
  expect(nameless.map(([title]) => title)).toEqual([])
})
