import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { workerConfig } from '@night/worker/config'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from './support/root.ts'

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
})
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()),
})

let services: Record<string, z.infer<typeof Service>>
let volumes: string[]

beforeAll(async () => {
  const text = await readFile(join(root, 'docker-compose.yml'), 'utf8')
  const compose = Compose.parse(parse(text, { merge: true }))
  services = compose.services
  volumes = Object.keys(compose.volumes)
})

/** What compose puts in for `${NAME:?…}`, and for `${NAME:-}` where nobody has set it. */
const filled = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/^\$\{\w+:\?[^}]*\}$/, 'x'.repeat(16)).replace(/^\$\{\w+:-\}$/, ''),
    ]),
  )
const service = (name: string) => services[name] ?? expect.fail(`there is no service ${name}`)

test('[OPS1] compose runs one Redis, one worker and two servers, each from a file that is there', async () => {
  expect(Object.keys(services)).toEqual(['redis', 'worker', 'server-a', 'server-b'])
  for (const name of ['worker', 'server-a', 'server-b']) {
    const { command, read_only } = service(name)
    expect(command.slice(0, 3)).toEqual(['node', '--import', 'tsx'])
    await access(join(root, command[3] ?? ''))
    expect(read_only).toBe(true)
  }
})

test('[OPS1] the programs take the environment that compose gives them, and know every variable in it', () => {
  const known = /^(REDIS_URL|DATA_DIR|HOST|PORT|DESK_TOKEN|VIEW_TOKEN|ALERT_ORIGINS|EMBED_ORIGINS)$/
  expect(workerConfig(filled(service('worker').environment), root).redis.href).toBe(
    'redis://redis:6379',
  )
  for (const name of ['server-a', 'server-b']) {
    const { environment, ports } = service(name)
    const config = serverConfig(filled(environment), root)
    expect(config).toMatchObject({ host: '0.0.0.0', port: 3000 })
    expect(config.viewToken).not.toBeNull()
    expect(Object.keys(environment).every((variable) => known.test(variable))).toBe(true)
    expect(
      ports.every((port) => port.startsWith('127.0.0.1:') && port.endsWith(`:${config.port}`)),
    ).toBe(true)
    expect(() => serverConfig({ ...filled(environment), VIEW_TOKEN: undefined }, root)).toThrow(
      /VIEW_TOKEN/,
    )
  }
})

test('[OPS2] Redis writes each declaration to a disk of its own before it answers, and evicts nothing', () => {
  const { command, volumes: mounts, ports } = service('redis')
  const setting = (name: string) => command[command.indexOf(`--${name}`) + 1]
  expect(setting('appendonly')).toBe('yes')
  expect(setting('appendfsync')).toBe('always')
  expect(setting('maxmemory-policy')).toBe('noeviction')
  expect(mounts).toEqual(['redis:/data'])
  expect(ports).toEqual([])
  expect(volumes).toContain('redis')
})

test('[OPS2] the image runs as a user without rights, on the Node that the project asks for', async () => {
  const file = await readFile(join(root, 'Dockerfile'), 'utf8')
  const images = [...file.matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => Number(major))
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const least = Number(/\d+/.exec(engines.node)?.[0])
  expect(images.length).toBeGreaterThan(0)
  expect(images.every((major) => major >= least && major % 2 === 0)).toBe(true)
  expect(file).toMatch(/^USER node$/m)
})
