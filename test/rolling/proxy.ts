import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'
import type { Proxy } from './find-proxy.ts'

type Ports = { readonly own: number; readonly servers: readonly number[] }

const files = { nginx: 'nginx.conf', haproxy: 'haproxy.cfg' } as const

/** The configuration that the documentation gives, with the ports of this run and nothing else changed. */
const configuration = async ({ name }: Proxy, { own, servers }: Ports): Promise<string> => {
  const text = await readFile(join(root, 'docs', 'proxy', files[name]), 'utf8')
  const places = ['server-a:3000', 'server-b:3000', 'server-c:3000']
  const listens = { nginx: 'listen 8080;', haproxy: 'bind :8080' }[name]
  const wanted = [...places, listens].filter((part) => !text.includes(part))
  if (wanted.length > 0) throw new Error(`docs/proxy/${files[name]} has no ${wanted.join(', ')}`)
  return places
    .reduce((text, place, at) => text.replaceAll(place, `127.0.0.1:${servers[at]}`), text)
    .replace(listens, listens.replace(/:?8080/, `127.0.0.1:${own}`))
}

/** What stands around an nginx site where it is not root's. */
const around = (folder: string): string => `daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((part) => `${part}_temp_path ${folder}/${part};`).join('\n  ')}
  include ${folder}/nginx.conf;
}
`

const commands = {
  nginx: (folder: string) => ['-p', folder, '-e', 'stderr', '-c', join(folder, 'main.conf')],
  haproxy: (folder: string) => ['-db', '-f', join(folder, 'haproxy.cfg')],
}

/** A real proxy on a port of loopback, in the foreground; ends with `close`. */
export const startProxy = async (proxy: Proxy, ports: Ports, folder: string) => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, files[proxy.name]), await configuration(proxy, ports))
  if (proxy.name === 'nginx') await writeFile(join(folder, 'main.conf'), around(folder))
  let complaint = ''
  const child: ChildProcess = spawn(proxy.binary, commands[proxy.name](folder), {
    env: proxy.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr?.on('data', (piece) => (complaint = (complaint + String(piece)).slice(-4000)))
  const url = `http://127.0.0.1:${ports.own}`
  await until(`${proxy.name} hands on`, async () => {
    if (child.exitCode !== null) throw new Error(`${proxy.name} ended: ${complaint}`)
    return (await fetch(`${url}/health/ready`).catch(() => null))?.ok
  })
  return {
    url,
    /** What it had to say, at most the end of it. */
    complaint: () => complaint,
    close: async (): Promise<void> => {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
