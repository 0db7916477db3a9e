import { Agent, request } from 'node:http'
import { deskToken } from '../support/call.ts'

/** Posts JSON as the desk over connections that stay, and reads the answer's status alone: the sender shares the machine. */
export const createPost = (port: number) => {
  const agent = new Agent({ keepAlive: true })
  const post = (path: string, body: unknown): Promise<number> =>
    new Promise((answered, failed) => {
      const text = JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${deskToken}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      }
      const call = request({ port, host: '127.0.0.1', path, method: 'POST', agent, headers })
      call.on('error', failed)
      call.on('response', (response) => {
        response.resume()
        response.on('end', () => answered(response.statusCode ?? 0))
      })
      call.end(text)
    })
  return { post, close: () => agent.destroy() }
}
