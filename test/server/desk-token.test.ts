import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskTokenIn } from '@night/server/desk-token'
import { expect, onTestFinished, test } from 'vitest'

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-token-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('[SEC2] servers that begin at once on one folder have one token, shown once, readable by its owner only', async () => {
  const folder = await newFolder()
  const shown: string[] = []
  const tokens = await Promise.all(
    [1, 2, 3].map(() => deskTokenIn(folder, (token) => void shown.push(token))),
  )
  expect(shown).toHaveLength(1)
  expect(new Set(tokens)).toEqual(new Set(shown))
  expect(await readdir(folder)).toEqual(['desk-token'])
  expect((await stat(join(folder, 'desk-token'))).mode & 0o777).toBe(0o600)
})

const nobody = (token: string): never => {
  throw new Error(`Shown: ${token}`)
}

test.each(['', '\n', 'short', 'two words of sixteen letters', 'rnd_of-16-letters\nand more\n'])(
  '[OPS10 SEC2] a file that holds %j holds no token: that is said in words, and nobody is the desk by it',
  async (text) => {
    const folder = await newFolder()
    await writeFile(join(folder, 'desk-token'), text)
    await expect(deskTokenIn(folder, nobody)).rejects.toMatchObject({
      name: 'Remedy',
      message: expect.stringContaining(`${join(folder, 'desk-token')} holds no token`),
    })
  },
)

test('[OPS10] a data folder in which no token can be kept or read is named in words', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'file'), '')
  await mkdir(join(folder, 'desk-token'))
  for (const wrong of [folder, join(folder, 'file'), join(folder, 'file', 'within')])
    await expect(deskTokenIn(wrong, nobody)).rejects.toMatchObject({
      name: 'Remedy',
      message: expect.stringMatching(/desk-token cannot be (read|written) .*DATA_DIR.*DESK_TOKEN/),
    })
})
