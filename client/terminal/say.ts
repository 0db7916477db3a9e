import type { Refused } from './house.ts'
import type { Exit } from './exit.ts'
import type { Terminal } from './world.ts'

/** Says why there is no answer, to a person or to a program. */
export const sayRefused = (
  { print, say }: Terminal,
  { exit, code, words }: Refused,
  json: boolean,
): Exit => {
  if (json) print(`${JSON.stringify({ status: 'refused', code, words })}\n`)
  else say(words)
  return exit
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u001F\u007F-\u009F]+/g

/** Text of a night as one line that cannot move the cursor, whoever wrote it. [CLI4] */
export const plainLine = (text: string): string => text.replaceAll(controls, ' ').trim()
