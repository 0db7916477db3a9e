import { appendFileSync } from 'node:fs'

const every = 100

/** Lines of a process that sees much, appended to a file ten times a second. */
export const createLinesFile = (path: string) => {
  let waiting: string[] = []
  const flush = (): void => {
    if (waiting.length > 0) appendFileSync(path, waiting.join(''))
    waiting = []
  }
  setInterval(flush, every)
  return {
    write: (line: object): void => void waiting.push(`${JSON.stringify(line)}\n`),
    flush,
  }
}
