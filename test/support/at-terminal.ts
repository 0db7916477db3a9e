import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deskToken } from './call.ts'
import { openHouse } from './house.ts'
import { root } from './root.ts'
import { runCommand } from './terminal.ts'

export const program = process.execPath
export const front = join(root, 'setup', 'night.mjs')

/** The environment of a terminal without a house; colours are asked for, and there is no terminal. */
export const bare = { DESK_TOKEN: '', VIEW_TOKEN: '', REDIS_URL: '', FORCE_COLOR: '3' }

/** A house, and a terminal on its machine. */
export const openBoth = async () => {
  const house = await openHouse()
  const folder = house.environment['DATA_DIR'] ?? ''
  await writeFile(join(folder, 'desk-token'), `${deskToken}\n`, { mode: 0o600 })
  const { port } = new URL(house.server.url)
  const environment = { ...bare, DATA_DIR: folder, PORT: port, INIT_CWD: folder }
  const command = (...words: string[]) => ({ program, words: [front, ...words], environment })
  const night = (...words: string[]) => runCommand(command(...words))
  return { ...house, folder, environment, command, night }
}

/** What a program reads: JSON, one value a line. */
export const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
