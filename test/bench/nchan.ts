import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { freePort } from '../support/free-port.ts'
import { until } from '../support/until.ts'
import type { Contestant, OpenContestant } from './contestant.ts'
import { readEvents } from './events.ts'
import { publishAll } from './publish.ts'

const program = '/usr/sbin/nginx'
const nchan = '/usr/lib/nginx/modules/ngx_nchan_module.so'

/** Whether nginx with nchan is installed (Debian: libnginx-mod-nchan). Unpacked it does not run: it has fixed folders. */
export const hasNchan = async (): Promise<boolean> =>
  (await Promise.all([program, nchan].map(isThere))).every(Boolean)

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** nginx with nchan, one process of its own; what it publishes is posted to it. It takes no part in coming back. */
export const openNchan: OpenContestant = async ({ file, folder }) => {
  const port = await freePort()
  const configuration = join(folder, 'nginx.conf')
  await writeFile(configuration, configurationOf({ folder, port }))
  const nginx = spawn(program, ['-p', folder, '-c', configuration], { stdio: 'ignore' })
  const events = await readEvents(file)
  await until('nginx answers', () => isAnswering(port))
  const worker = await workerOf(nginx.pid ?? 0)
  let published = 0
  return {
    pid: () => worker,
    target: () => ({ port, path: '/sub', hello: null, greets: false }),
    publish: (order) =>
      publishAll(order, () => {
        post(port, `42["event",${events[published % events.length] ?? ''}]`)
        published += 1
      }),
    startAgain: () => Promise.reject(new Error('nchan is not asked to come back')),
    close: async () => {
      nginx.kill('SIGTERM')
      await once(nginx, 'exit')
    },
  } satisfies Contestant
}

const post = (port: number, body: string): void => {
  const sending = request({ port, host: '127.0.0.1', path: '/pub', method: 'POST' })
  sending.on('response', (answer) => answer.resume())
  sending.end(body)
}

const isAnswering = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )

const workerOf = async (master: number): Promise<number> =>
  Number((await readFile(`/proc/${master}/task/${master}/children`, 'utf8')).trim().split(' ')[0])

const configurationOf = (at: { folder: string; port: number }): string => `
load_module ${nchan};
daemon off;
worker_processes 1;
error_log ${at.folder}/error.log;
pid ${at.folder}/nginx.pid;
events { worker_connections 19000; }
http {
  access_log off;
  client_body_temp_path ${at.folder}/body;
  proxy_temp_path ${at.folder}/proxy;
  fastcgi_temp_path ${at.folder}/fastcgi;
  uwsgi_temp_path ${at.folder}/uwsgi;
  scgi_temp_path ${at.folder}/scgi;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${at.port} backlog=4096;
    location = /pub { nchan_publisher; nchan_channel_id night; nchan_message_timeout 5m; client_body_buffer_size 16k; }
    location = /sub { nchan_subscriber websocket; nchan_channel_id night; nchan_subscriber_first_message newest; }
  }
}
`
