import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './data-folder.mjs'
import { createRemedy } from './remedy.mjs'

/**
 * Runs a program of ours at this terminal, to its exit code. npm works in the project's folder, and a person means the
 * one they stand in. Throws a remedy where it needs packages that are not here.
 * @param {readonly [string, ...string[]]} command the program's path in the project, and its words
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function runAttached([program, ...words], env) {
  const loader = program.endsWith('.ts') ? ['--import', findTsx()] : []
  const cwd = env['INIT_CWD'] ?? process.cwd()
  const all = [...loader, join(root, program), ...words]
  const child = spawn(process.execPath, all, { cwd, env, stdio: 'inherit' })
  // Ctrl-C at a terminal reaches the program too; what it needs is closed in order after it.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)))
}

function findTsx() {
  try {
    return import.meta.resolve('tsx')
  } catch {
    throw createRemedy('The packages are not here yet. “npm ci” gets them; so does “npm start”.')
  }
}
