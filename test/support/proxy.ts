import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

type Page = { readonly type: string; readonly text: string }

/** What a newsroom has before a house: pages of its own, and all else handed through, connections that stay too. */
export const openProxy = async (
  house: string,
  pagesByPath: Readonly<Record<string, Page>>,
): Promise<string> => {
  const proxy = createServer((request, response) => {
    const page = pagesByPath[request.url ?? '']
    if (page) return response.setHeader('content-type', page.type).end(page.text)
    const { method, headers } = request
    const passed = ask(house + request.url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    return request.pipe(passed.on('error', () => response.destroy()))
  })
  proxy.on('upgrade', ({ method, url, headers }, socket, head) => {
    const line = connect(Number(new URL(house).port), '127.0.0.1')
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
    line.write(`${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`)
    line.write(head)
    line.pipe(socket).pipe(line)
    for (const end of [line, socket]) end.on('error', () => end.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  const address = proxy.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}
