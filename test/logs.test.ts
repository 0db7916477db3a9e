import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/root.ts'

type Line = { readonly level: string; readonly fields: string; readonly words: string }

/** `log.warn({ night }, 'words')`, whatever the log is called and over however many lines. */
const said = /\blog\.(info|warn|error)\(\s*(\{[^{}]*\}|),?\s*(?:'([^']*)'|`([^`]*)`),?\s*\)/g

const linesOf = async (room: string): Promise<Line[]> => {
  const names = await readdir(join(root, room), { recursive: true })
  const files = names.filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
  const texts = await Promise.all(files.map((name) => readFile(join(root, room, name), 'utf8')))
  const calls = texts.flatMap((text) => [...text.matchAll(/\blog\.(?:info|warn|error)\(/g)])
  const lines = texts.flatMap((text) =>
    [...text.matchAll(said)].map(([, level = '', fields = '', quoted, template]) => ({
      level,
      fields,
      words: quoted ?? template ?? '',
    })),
  )
  // None that this test cannot read.
  expect([room, lines.length]).toEqual([room, calls.length])
  return lines
}

const sources = async (): Promise<Line[]> => [
  ...(await linesOf('server')),
  ...(await linesOf('worker')),
]

/** The table of lines in the operator's book. */
const told = async (): Promise<{ readonly words: string; readonly level: string }[]> => {
  const text = await readFile(join(root, 'docs', 'operating.md'), 'utf8')
  const [, table = ''] = text.split('### What the logs say')
  return [...table.matchAll(/^\| `([^`]+)`\s+\| (info|warn|error)\s+\|/gm)].map(
    ([, words = '', level = '']) => ({ words, level }),
  )
}

const outcomes = ['published', 'held', 'known']
const spelledOut = ({ words, level }: Line) =>
  (words.includes('${decided.outcome}') ? outcomes : ['']).map((outcome) => ({
    words: words.replace('${decided.outcome}', outcome),
    level,
  }))

test('[OBS8] every line in the operator’s table is one that a room logs, and every error is in it', async () => {
  const lines = (await sources()).flatMap(spelledOut)
  const table = await told()
  expect(table.length).toBeGreaterThan(15)
  for (const line of table) expect(lines).toContainEqual(line)
  expect(lines.filter(({ level }) => level === 'error')).not.toEqual([])
  for (const line of lines.filter(({ level }) => level === 'error'))
    expect(table).toContainEqual(line)
})
