import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProject } from './project.ts'

type Project = Awaited<ReturnType<typeof createProject>>

/** Runs `npm start` of the project as far as it gets without a Redis. */
function setUp({ root, env }: Project, more: NodeJS.ProcessEnv = {}) {
  const variables = { ...env, REDIS_URL: 'unix:///nowhere', ...more }
  const script = `
    const { createProgress } = await import('./setup/progress.mjs')
    const { ensurePackages } = await import('./setup/packages.mjs')
    const { ensurePrograms, ensureScreens } = await import('./setup/built.mjs')
    try {
      await ensurePackages(process.cwd(), createProgress())
      await ensureScreens(process.cwd(), createProgress())
      await ensurePrograms(process.cwd(), createProgress())
    } catch (error) {
      console.error(error.name, error.message)
    }`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: variables,
    encoding: 'utf8',
  }).stderr
}

async function calls({ root }: Project, program: string): Promise<string[]> {
  const text = await readFile(join(root, `${program}-calls`), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

test('[SET11] packages are installed when they are missing or the lock file has changed, and only then', async () => {
  const project = await createProject()
  setUp(project)
  setUp(project)
  expect(await calls(project, 'npm')).toEqual(['ci --include=dev --no-audit --no-fund'])
  await writeFile(join(project.root, 'package-lock.json'), '{ "changed": true }')
  setUp(project)
  expect(await calls(project, 'npm')).toHaveLength(2)
})

test('[SET11] a failed npm ci shows the end of its output and what to do, and is tried again next time', async () => {
  const project = await createProject()
  await writeFile(join(project.root, 'npm-is-broken'), '')
  expect(setUp(project)).toMatch(/Remedy npm ci failed in .*ENOTFOUND.*network or a proxy/s)
  await rm(join(project.root, 'npm-is-broken'))
  expect(setUp(project)).not.toContain('Remedy')
})

test('[SET11] without npm the error says where it comes from', async () => {
  const project = await createProject()
  expect(setUp(project, { PATH: '/nowhere' })).toContain(
    'Remedy npm was not found. It comes with Node',
  )
})

const screens = 'build client'
const programs = 'build --config programs.config.ts'

test.each([
  { what: 'screens', command: screens, own: 'client/new.tsx', dist: 'client/dist' },
  { what: 'programs', command: programs, own: 'worker/new.ts', dist: 'dist' },
  { what: 'programs', command: programs, own: 'programs.config.ts', dist: 'dist' },
])(
  '[SET12] the $what are built when a source of theirs has changed, and only then',
  async ({ command, own, dist }) => {
    const project = await createProject()
    const built = async () => (await calls(project, 'vite')).filter((call) => call === command)
    setUp(project)
    setUp(project)
    expect(await built()).toHaveLength(1)
    await writeFile(join(project.root, 'shared', 'swing.ts'), 'export const changed = true')
    setUp(project)
    await writeFile(join(project.root, own), 'export const changed = true')
    setUp(project)
    await rm(join(project.root, dist), { recursive: true })
    setUp(project)
    expect(await built()).toHaveLength(4)
  },
)

test('[SET12] a failed build shows the end of its output, and is tried again next time', async () => {
  const project = await createProject()
  await writeFile(join(project.root, 'vite-is-broken'), '')
  expect(setUp(project)).toMatch(
    /Remedy The screens could not be built.*client\/wall\.tsx: unexpected token/s,
  )
  await rm(join(project.root, 'vite-is-broken'))
  expect(setUp(project)).not.toContain('Remedy')
})
