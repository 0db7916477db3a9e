import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openHouse } from '../../support/house.ts'
import { root } from '../../support/root.ts'

const page = (): Promise<string> => readFile(join(root, 'docs', 'exports.md'), 'utf8')

/** Each command of the page with what the page says that it prints. */
const examplesIn = (text: string) =>
  [...text.matchAll(/^```sh\n([^]*?)^```\n\n^```\n([^]*?)^```$/gm)].map(
    ([, command = '', output = '']) => ({ command, output }),
  )

test('[EXP11] every example of the page prints what the page says', async () => {
  const text = await page()
  const examples = examplesIn(text)
  expect(examples).toHaveLength((text.match(/^```sh$/gm) ?? []).length)
  expect(examples.length).toBeGreaterThanOrEqual(6)
  const { server } = await openHouse({ EMBED_ORIGINS: 'https://www.news.example' })
  const env = { ...process.env, HOUSE: server.url }
  for (const { command, output } of examples) {
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env })
    expect([command, stdout]).toEqual([command, output])
  }
})

test('[EXP11] the table of the page names the columns that there are', async () => {
  const { server } = await openHouse()
  const columnsOf = async (query: string): Promise<string[]> => {
    const night = `${server.url}/api/nights/2023-10-19-by-elections`
    const table = await (await fetch(`${night}/results.csv?bom=no${query}`)).text()
    return (table.split('\r\n')[0] ?? '').split(',')
  }
  const table = (await page()).split('| column ')[1]?.split('\n\n')[0] ?? ''
  const rows = table.split('\n').slice(2)
  const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
  const there = new Set([...(await columnsOf('')), ...(await columnsOf('&each=constituency'))])
  expect(new Set(named.map(([, name]) => name))).toEqual(there)
})
