import { connect, type Socket } from 'node:net'
import { deskToken } from '../support/call.ts'

/** A connection that is kept, and who waits for the answer on it. */
type Line = {
  readonly socket: Socket
  answered: (status: number) => void
  failed: (fault: Error) => void
  said: string
}
const nobody = (): void => undefined

const endOfHead = '\r\n\r\n'

/** Posts JSON as the desk over connections that stay, and reads the answer's status alone: the sender shares the machine. */
export const createPost = (port: number) => {
  const free: Line[] = []
  const lines = new Set<Line>()

  const open = (): Line => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const line: Line = { socket, answered: nobody, failed: nobody, said: '' }
    lines.add(line)
    socket.setEncoding('latin1')
    socket.on('error', (fault) => line.failed(fault))
    socket.on('close', () => {
      if (free.includes(line)) free.splice(free.indexOf(line), 1)
      line.failed(new Error('The door closed a connection.'))
    })
    socket.on('data', (text: string) => {
      line.said += text
      if (!isWhole(line.said)) return
      const status = Number(line.said.slice('HTTP/1.1 '.length).slice(0, 3))
      line.said = ''
      free.push(line)
      line.answered(status)
    })
    return line
  }

  const post = (path: string, body: unknown): Promise<number> =>
    new Promise((answered, failed) => {
      const line = free.pop() ?? open()
      line.answered = answered
      line.failed = failed
      line.socket.write(request(path, JSON.stringify(body)))
    })
  return { post, close: () => lines.forEach(({ socket }) => socket.destroy()) }
}

const request = (path: string, text: string): string =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${deskToken}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    '',
    text,
  ].join('\r\n')

/** An answer of a known length, as those of the door are. */
const isWhole = (said: string): boolean => {
  const end = said.indexOf(endOfHead)
  if (end < 0) return false
  const length = Number(/content-length: (\d+)/i.exec(said.slice(0, end))?.[1])
  return said.length >= end + endOfHead.length + length
}
