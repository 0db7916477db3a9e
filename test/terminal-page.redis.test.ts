import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wordsByCommand } from '../setup/night-words.mjs'
import { openOwnHouse } from './support/own-house.ts'
import { blockOf } from './support/package.ts'
import { root } from './support/root.ts'
import { runCommand } from './support/terminal.ts'

const page = await readFile(join(root, 'docs', 'terminal.md'), 'utf8')
const examples = [...page.matchAll(/^```console\n([^]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((example) => {
      const [command = '', ...answer] = example.split('\n')
      return { command, answer: answer.join('\n') }
    }),
)

/** What a page says is answered, where “…” is anything. */
const pattern = (answer: string): RegExp =>
  new RegExp(`^${answer.split('…').map(escaped).join('[^]*?')}$`)
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

test('[CLI7] every example of the page does what the page says, one after the other', async () => {
  const { url, folder, terminal } = await openOwnHouse()
  await writeFile(join(folder, 'tamworth.json'), blockOf(page, 'json'))
  await symlink(join(root, 'test'), join(folder, 'test'))
  const night = `${process.execPath} ${join(root, 'setup', 'night.mjs')}`
  let last: number | null = 0
  const answerTo = async (command: string): Promise<string> => {
    if (command === 'echo $?') return `${last}\n`
    const line = command.replace('npm run -s night --', night).replace('http://127.0.0.1:3000', url)
    const words = ['-c', `{ ${line} ; } 2>&1`]
    const done = await runCommand({ program: 'sh', words, environment: terminal, folder })
    last = done.code
    return done.stdout.replaceAll(url, 'http://127.0.0.1:3000')
  }
  for (const { command, answer } of examples) {
    expect(`$ ${command}\n${await answerTo(command)}`).toMatch(pattern(`$ ${command}\n${answer}`))
  }
}, 400_000)

test('[CLI7] the page has an example of every command', () => {
  const shown = examples.map(({ command }) => /night -- (\w+)/.exec(command)?.[1])
  expect(Object.keys(wordsByCommand).filter((name) => !shown.includes(name))).toEqual([])
})
