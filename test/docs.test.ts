import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/root.ts'

const rulesIn = (text: string, before: string): string[] =>
  [...text.matchAll(new RegExp(`${before}\\[([A-Z]+\\d+(?: [A-Z]+\\d+)*)\\]`, 'g'))].flatMap(
    ([, rules]) => rules?.split(' ') ?? [],
  )

/** Rules that the titles of a file of tests carry. */
const tested = async (file: string): Promise<string[]> =>
  rulesIn(await readFile(join(root, file), 'utf8'), '[\'"`]')

const testFiles = async (): Promise<string[]> =>
  (await readdir(join(root, 'test'), { recursive: true }))
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => `test/${name}`)

test('[SPEC2] every test that the security page names exists', async () => {
  const page = await readFile(join(root, 'docs', 'security.md'), 'utf8')
  const all = new Set((await Promise.all((await testFiles()).map(tested))).flat())
  const rules = rulesIn(page, '')
  expect(rules.length).toBeGreaterThan(20)
  expect(rules.filter((rule) => !all.has(rule))).toEqual([])
  const named = [...page.matchAll(/`(test\/[^`]+)`( \[[A-Z\d ]+\])?/g)]
  const wanting = named.map(async ([, file = '', rules = '']) => {
    const has = await tested(file).catch((): string[] => [])
    const lacks = rulesIn(rules, '').filter((rule) => !has.includes(rule))
    return rules === '' || lacks.length > 0 ? [`${file} lacks ${lacks.join() || 'a rule'}`] : []
  })
  expect((await Promise.all(wanting)).flat()).toEqual([])
})
