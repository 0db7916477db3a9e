import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensurePackages } from '../../setup/packages.mjs'
import { createProgress } from '../../setup/progress.mjs'
import { findRedisServer } from '../../setup/redis-server.mjs'
import { root } from '../support/root.ts'
import { Report } from './score.ts'

const folder = join(root, 'test', 'mutation')
const program = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
const reportFile = join(root, 'var', 'mutants.json')

/** Changes these files in one way after another, runs the tests on each, and says what became of it. */
export const mutate = async (files: readonly string[]): Promise<Report> => {
  const progress = createProgress()
  await ensurePackages(folder, progress)
  const { binary, libraryPath } = await findRedisServer({ env: process.env, progress })
  const redis = { REDIS_SERVER_BINARY: binary, REDIS_SERVER_LIBRARY_PATH: libraryPath }
  const code = await run(files, { ...process.env, ...redis })
  if (code !== 0) throw new Error(`Stryker ended with ${code}.`)
  return Report.parse(JSON.parse(await readFile(reportFile, 'utf8')))
}

/** Stryker's own guess of what is left is too far off to be shown. */
const counted = /(\d+\/\d+) tested \((\d+) survived/

const run = (files: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const settings = join('test', 'mutation', 'stryker.config.json')
  const words = [program, 'run', settings, '--mutate', files.join()]
  const child = spawn(process.execPath, words, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface(child.stdout).on('line', (line) => {
    const [, done, survived] = counted.exec(line) ?? []
    process.stderr.write(done ? `${done}, ${survived} of them survived\n` : `${line}\n`)
  })
  // Ctrl-C at a terminal reaches Stryker too, which takes its copies of the project away.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)))
}
