import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createProject } from './project.ts'
import { connectTo, isAlive, processOf, redisServer, until } from './support.ts'

async function startProject(
  { root, env }: Awaited<ReturnType<typeof createProject>>,
  more: NodeJS.ProcessEnv = {},
) {
  const { binary, libraryPath } = redisServer()
  const variables = {
    ...env,
    FEED_REDIS_SERVER: binary,
    LD_LIBRARY_PATH: libraryPath,
    FEED_NO_FETCH: '1',
    ...more,
  }
  const child = spawn(process.execPath, ['setup/start.mjs'], { cwd: root, env: variables })
  onTestFinished(() => void child.kill('SIGKILL'))
  const heard = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => (heard.stdout += String(text)))
  child.stderr.on('data', (text) => (heard.stderr += String(text)))
  await until('ready, or ended', () => heard.stdout.includes('ready') || child.exitCode !== null)
  const client = () => connectTo(join(root, 'var', 'redis', 'redis.sock'))
  return { child, heard, client }
}

test('[SET13] npm start says on stdout nothing but ready, and on stderr which Redis it uses', async () => {
  const { heard } = await startProject(await createProject())
  expect(heard.stdout).toBe('ready http://127.0.0.1:1\n')
  expect(heard.stderr).toMatch(/^Redis \d+\.\d+\.\d+ \(.*\), data in .*var\/redis$/m)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '[SET14] on %s the program closes first, then Redis, and the exit code is 0',
  async (signal) => {
    const project = await createProject()
    const { child, client } = await startProject(project)
    const server = await processOf(client())
    child.kill(signal)
    // npm passes on what the terminal has sent to both of us.
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await readFile(join(project.root, 'closed'), 'utf8')).toBe('while Redis was there')
    expect(isAlive(server)).toBe(false)
  },
)

test('[SET14] started again it goes on with the data it had', async () => {
  const project = await createProject()
  const first = await startProject(project)
  await first.client().set('seat', 'Tamworth')
  first.child.kill('SIGINT')
  await once(first.child, 'exit')
  const second = await startProject(project)
  expect(await second.client().get('seat')).toBe('Tamworth')
})

test('[SET15] a second npm start on the same data says who has it, without a stack, and exits with 1', async () => {
  const project = await createProject()
  const first = await startProject(project)
  const second = await startProject(project)
  await until('the second has ended', () => second.child.exitCode === 1)
  expect(second.heard.stderr).toContain(`is in use by process ${first.child.pid}. Stop it first`)
  expect(second.heard.stderr).not.toContain('    at ')
  expect(second.heard.stdout).toBe('')
})

test('[SET15] a fault of the program shows its stack, ends Redis and exits with 1', async () => {
  const project = await createProject()
  await writeFile(
    join(project.root, 'start.ts'),
    `export async function start() { throw new Error('a fault') }`,
  )
  const { child, heard } = await startProject(project)
  await until('it has ended', () => child.exitCode === 1)
  expect(heard.stderr).toMatch(/Error: a fault\n\s+at start/)
})
