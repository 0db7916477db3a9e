import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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

const rooms = ['client', 'data', 'docs', 'server', 'setup', 'shared', 'test', 'worker']

/** Pages that people read: at the root, below docs, and the READMEs of the rooms and of what is in them. */
const pages = async (): Promise<string[]> => {
  const inRooms = rooms.map(async (room) =>
    (await readdir(join(root, room), { recursive: true })).map((name) => join(room, name)),
  )
  const all = [...(await readdir(root)), ...(await Promise.all(inRooms)).flat()]
  return all.filter((name) => /(^[A-Z]+|^docs\/.*|\/README)\.md$/.test(name) && !isOthers(name))
}
const isOthers = (name: string): boolean => name.includes('node_modules')

/** Where a page leads to by a link, not what it shows as code. */
const linksIn = (page: string): string[] =>
  [
    ...page
      .replaceAll(/^```[^]*?^```$/gm, '')
      .replaceAll(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)\s]+)/g),
  ].flatMap(([, link = '']) => (/^[a-z]+:/.test(link) ? [] : [link]))

/** The names that GitHub gives to the headings of a page. */
const headingsIn = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** Why a link of a page leads nowhere; nothing where it leads somewhere. */
const faultOf = async (page: string, link: string): Promise<string[]> => {
  const [path = '', heading] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  const found = await stat(join(root, target)).catch(() => null)
  if (found === null) return [`${page}: ${link} is not there`]
  if (heading === undefined || found.isDirectory()) return []
  const headings = headingsIn(await readFile(join(root, target), 'utf8'))
  return headings.includes(heading) ? [] : [`${page}: ${link} has no such heading`]
}

test('[SPEC3] every link of a page to another leads to a file, and to a heading that is there', async () => {
  const links = (await pages()).map(async (page) =>
    linksIn(await readFile(join(root, page), 'utf8')).map((link) => ({ page, link })),
  )
  const all = (await Promise.all(links)).flat()
  expect(all.length).toBeGreaterThan(40)
  const faults = await Promise.all(all.map(async ({ page, link }) => faultOf(page, link)))
  expect(faults.flat()).toEqual([])
})
