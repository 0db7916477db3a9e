import { appendFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { type HistoryLine, type Line, parseHistory } from '../history.ts'

/** The file that every process of a run appends to. It is read on from where it was, so it may be looked at often. */
export const createHistoryFile = (path: string) => {
  let lines: Line[] = []
  let position = 0
  const readMore = async (): Promise<readonly Line[]> => {
    const bytes = await readFrom(path, position)
    const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
    position += whole.length
    lines = [...lines, ...parseHistory(whole.toString('utf8'), lines.length)]
    return lines
  }
  let reading: Promise<readonly Line[]> = Promise.resolve(lines)
  return {
    path,
    note: (line: HistoryLine): void => appendFileSync(path, `${JSON.stringify(line)}\n`),
    /** All that is written so far; a line that is being written comes the next time. One look after the other. */
    read: (): Promise<readonly Line[]> => (reading = reading.then(readMore)),
  }
}
export type HistoryFile = ReturnType<typeof createHistoryFile>

const readFrom = async (path: string, position: number): Promise<Buffer> => {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.max(0, size - position))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, position)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
