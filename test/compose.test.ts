import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { workerConfig } from '@night/worker/config'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from './support/root.ts'

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  stop_signal: z.string().default('SIGTERM'),
  stop_grace_period: z.string().regex(/^\d+s$/),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
})
type Service = z.infer<typeof Service>
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()),
})

const textOf = (file: string): Promise<string> => readFile(join(root, file), 'utf8')

const servicesIn = async (file: string) => {
  const { services, volumes } = Compose.parse(parse(await textOf(file), { merge: true }))
  const all = Object.entries(services)
  const of = (room: string): (readonly [string, Service])[] =>
    all.filter(([, { command }]) => command[1] === `dist/${room}.mjs`)
  return { services, volumes: Object.keys(volumes), servers: of('server'), workers: of('worker') }
}

const files = ['docker-compose.yml', 'docker-compose.several.yml']

/** What compose puts in for `${NAME:?…}`, and for `${NAME:-…}` where nobody has set it. */
const filled = (environment: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/^\$\{\w+:\?[^}]*\}$/, 'x'.repeat(16)).replace(/^\$\{\w+:-(.*)\}$/, '$1'),
    ]),
  )

/** The variables that a room's configuration reads. */
const variablesOf = async (room: string): Promise<string[]> =>
  [...(await textOf(`${room}/config.ts`)).matchAll(/^ {2}([A-Z_]+):/gm)].map(
    ([, name]) => name ?? '',
  )

test('[OPS1] compose runs one of each, or three servers behind a proxy and two workers, from files that are there', async () => {
  const [one, several] = await Promise.all(files.map(servicesIn))
  expect(Object.keys(one?.services ?? {})).toEqual(['redis', 'worker', 'server'])
  expect(several?.servers.map(([name]) => name)).toEqual(['server-a', 'server-b', 'server-c'])
  expect(several?.workers.map(([name]) => name)).toEqual(['worker-a', 'worker-b'])
  expect(Object.keys(several?.services ?? {})).toHaveLength(7)
  for (const room of ['server', 'worker']) await access(join(root, 'dist', `${room}.mjs`))
})

test.each(files)(
  '[OPS1] the programs take the environment that %s gives them, and know every variable in it',
  async (file) => {
    const { servers, workers } = await servicesIn(file)
    const [ofServers, ofWorkers] = await Promise.all(['server', 'worker'].map(variablesOf))
    const redis = new URL('redis://redis:6379')
    for (const [, { environment }] of workers) {
      expect(workerConfig(filled(environment), root).redis).toEqual(redis)
      expect(ofWorkers).toEqual(expect.arrayContaining(Object.keys(environment)))
    }
    for (const [, { environment }] of servers) {
      const config = serverConfig(filled(environment), root)
      expect(config).toMatchObject({ redis, host: '0.0.0.0', port: 3000 })
      expect(config.trustedProxies).toEqual(servers.length > 1 ? 1 : [])
      expect(config.viewToken).not.toBeNull()
      expect(ofServers).toEqual(expect.arrayContaining(Object.keys(environment)))
      expect(() => serverConfig({ ...filled(environment), VIEW_TOKEN: undefined }, root)).toThrow(
        /VIEW_TOKEN/,
      )
    }
  },
)

test.each(files)('[OPS1] only one door of %s is open, on this machine alone', async (file) => {
  const { services, servers } = await servicesIn(file)
  const open = Object.values(services).flatMap(({ ports }) => ports)
  expect(open).toEqual([`127.0.0.1:3000:${servers.length > 1 ? 8080 : 3000}`])
})

test.each(files)(
  '[OPS2] what %s runs writes nowhere but on its volumes, has no rights, and has time to end',
  async (file) => {
    const { servers, workers } = await servicesIn(file)
    for (const [name, service] of [...servers, ...workers]) {
      const room = /^dist\/(\w+)\.mjs$/.exec(service.command[1] ?? '')?.[1] ?? ''
      const main = await textOf(`${room}/main.ts`)
      const hardStop = Number(/hardStop = ([\d_]+)/.exec(main)?.[1]?.replaceAll('_', '')) / 1000
      expect([name, hardStop]).toEqual([name, 15])
      expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThan(hardStop)
      expect(service).toMatchObject({
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        stop_signal: 'SIGTERM',
        volumes: [room === 'server' ? 'nights:/data:ro' : 'nights:/data'],
      })
    }
    for (const [, { healthcheck, environment }] of servers) {
      expect(healthcheck?.test.join(' ')).toContain(`:${environment['PORT']}/health/ready`)
    }
  },
)

test.each(files)(
  '[OPS2] Redis of %s writes each declaration to a disk of its own before it answers, and evicts nothing',
  async (file) => {
    const { services, volumes } = await servicesIn(file)
    const { redis } = services
    const setting = (name: string) => redis?.command[redis.command.indexOf(`--${name}`) + 1]
    expect(setting('appendonly')).toBe('yes')
    expect(setting('appendfsync')).toBe('always')
    expect(setting('maxmemory-policy')).toBe('noeviction')
    expect(redis?.volumes).toEqual(['redis:/data'])
    expect(volumes).toContain('redis')
  },
)

test('[OPS2] the image runs as a user without rights, on the Node that the project asks for, and its data is that user’s', async () => {
  const file = await textOf('Dockerfile')
  const images = [...file.matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => Number(major))
  const { engines } = JSON.parse(await textOf('package.json'))
  const least = Number(/\d+/.exec(engines.node)?.[0])
  expect(images.length).toBeGreaterThan(0)
  expect(images.every((major) => major >= least && major % 2 === 0)).toBe(true)
  expect(file).toMatch(/^USER node$/m)
  expect(file).toMatch(/^RUN install -d -o node -g node \/data$/m)
  expect(file).toMatch(/npm prune --omit=dev/)
  expect(file).toMatch(/^STOPSIGNAL SIGTERM$/m)
})
