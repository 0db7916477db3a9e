import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askedEvery } from '@night/server/fan-out/packets'
import { beatsEvery } from '@night/server/live-events'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from './support/root.ts'

const textOf = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
/** Without what is only said. */
const wordsOf = async (file: string): Promise<string> =>
  (await textOf(`docs/proxy/${file}`)).replaceAll(/^\s*#.*$/gm, '')

const servers = ['server-a:3000', 'server-b:3000', 'server-c:3000']
const named = (text: string): string[] => text.match(/server-\w+:\d+/g) ?? []

/** Seconds between two signs of life of a server that has nothing to say. */
const quiet = Math.max(askedEvery, beatsEvery) / 1000

test('[OPS9] both proxies have the same servers for websockets and for polling, those that compose runs', async () => {
  const { services } = parse(await textOf('docker-compose.several.yml'), { merge: true })
  for (const file of ['nginx.conf', 'haproxy.cfg']) {
    expect([file, named(await wordsOf(file))]).toEqual([file, [...servers, ...servers]])
  }
  expect(Object.keys(services)).toEqual(
    expect.arrayContaining(servers.map((server) => server.split(':')[0])),
  )
  expect(services.proxy.volumes).toEqual([
    './docs/proxy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro',
  ])
})

test('[OPS9] a quiet screen is not cut off, and a dead line is noticed', async () => {
  const nginx = await wordsOf('nginx.conf')
  const haproxy = await wordsOf('haproxy.cfg')
  const patience = [
    ...nginx.matchAll(/proxy_(?:read|send)_timeout (\d+)s/g),
    ...haproxy.matchAll(/timeout (?:client|server|tunnel)\s+(\d+)s/g),
  ].map(([, seconds]) => Number(seconds))
  expect(patience).toHaveLength(5)
  for (const seconds of patience) {
    expect(seconds).toBeGreaterThan(2 * quiet)
    expect(seconds).toBeLessThanOrEqual(60)
  }
})

test('[OPS9] what polls stays with its server, a websocket from the start goes anywhere; live events are not kept back', async () => {
  const nginx = await wordsOf('nginx.conf')
  expect(nginx).toMatch(/map "\$arg_transport \$arg_sid" \$results_night_pool/)
  expect(nginx).toMatch(/default +results_night_polling;\s+"websocket " results_night;/)
  expect(nginx).toMatch(/hash \$remote_addr consistent/)
  expect(nginx).toMatch(/events\$ \{\s+proxy_buffering off/)
  const haproxy = await wordsOf('haproxy.cfg')
  expect(haproxy).toMatch(/use_backend polling if is_socket has_session/)
  expect(haproxy).toMatch(/use_backend polling if is_socket !is_websocket/)
  expect(haproxy).toMatch(/backend polling\s+balance source\s+hash-type consistent/)
})

test('[OPS9] what is for Prometheus is not to be had through either, in small letters or large: servers tell neither from the other', async () => {
  expect(await wordsOf('nginx.conf')).toMatch(/location ~\* \^\/metrics \{ return 404; \}/)
  expect(await wordsOf('haproxy.cfg')).toMatch(/return status 404 if \{ path_beg -i \/metrics \}/)
})

test('[OPS9] servers are told who the visitor is, and a page is of its own origin', async () => {
  const nginx = await wordsOf('nginx.conf')
  for (const header of ['Host', 'X-Forwarded-For', 'X-Forwarded-Proto', 'Upgrade', 'Connection'])
    expect(nginx).toMatch(new RegExp(`proxy_set_header ${header} `))
  const haproxy = await wordsOf('haproxy.cfg')
  expect(haproxy).toMatch(/option forwardfor/)
  expect(haproxy).toMatch(/option httpchk GET \/health\/ready/)
})
