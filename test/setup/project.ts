import { chmod, cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from './support.ts'

const ROOT = join(import.meta.dirname, '../..')

const NPM = `#!/bin/sh
echo "$@" >> npm-calls
[ -e npm-is-broken ] && { echo 'npm error network getaddrinfo ENOTFOUND' >&2; exit 1; }
mkdir -p node_modules/vite/bin
cp vite.js node_modules/vite/bin/vite.js
for name in tsx esbuild @esbuild; do ln -sfn "$PACKAGES/$name" "node_modules/$name"; done
`

const VITE = `const { appendFileSync, existsSync, mkdirSync } = require('node:fs')
appendFileSync('vite-calls', process.argv.slice(2).join(' ') + '\\n')
if (existsSync('vite-is-broken')) { console.error('error: client/wall.tsx: unexpected token'); process.exit(1) }
for (const dist of ['client/dist', 'dist']) mkdirSync(dist, { recursive: true })
`

const START = `import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
type Environment = { REDIS_URL?: string; DATA_DIR?: string }
export async function start(env: Environment): Promise<{ close(): Promise<void> }> {
  const path = decodeURIComponent(new URL(env.REDIS_URL ?? '').pathname)
  console.log('ready http://127.0.0.1:1')
  return {
    close: () => new Promise((resolve) => {
      const socket = connect(path, () => {
        writeFileSync('closed', 'while Redis was there')
        socket.destroy()
        resolve()
      })
    }),
  }
}
`

/** A small clone of this project, in which npm and vite only write down how they were called. */
export async function createProject(): Promise<{ root: string; env: NodeJS.ProcessEnv }> {
  const root = await temporaryFolder()
  for (const folder of ['bin', 'client', 'server', 'shared', 'worker'])
    await mkdir(join(root, folder))
  await cp(join(ROOT, 'setup'), join(root, 'setup'), { recursive: true })
  const files = {
    'bin/npm': NPM,
    'vite.js': VITE,
    'start.ts': START,
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'client/wall.tsx': 'export {}',
    'client/vite.config.ts': 'export {}',
    'programs.config.ts': 'export {}',
    'shared/swing.ts': 'export {}',
  }
  for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content)
  await chmod(join(root, 'bin/npm'), 0o755)
  const { npm_execpath: _, DATA_DIR: __, REDIS_URL: ___, ...inherited } = process.env
  const env = {
    ...inherited,
    PACKAGES: join(ROOT, 'node_modules'),
    PATH: `${join(root, 'bin')}:${process.env['PATH']}`,
  }
  return { root, env }
}
