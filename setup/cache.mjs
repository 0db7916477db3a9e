import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where a fetched tree is kept between runs and between clones of this project.
 * @param {string} what
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(what, env) {
  const base = env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'results-night', what, `${process.platform}-${process.arch}`)
}

/**
 * The LD_LIBRARY_PATH with which programs of an unpacked Debian tree find their libraries.
 * @param {string} tree
 */
export async function libraryPathOf(tree) {
  const found = []
  for (const base of ['usr/lib', 'lib']) {
    const names = await readdir(join(tree, base)).catch(() => [])
    const folders = names
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(tree, base, name))
    // libpulse has its own folder, and a run path that only holds where it was installed.
    found.push(join(tree, base), ...folders, ...folders.map((folder) => join(folder, 'pulseaudio')))
  }
  return found.join(':')
}

/**
 * The environment for a program that may come from an unpacked tree.
 * @param {NodeJS.ProcessEnv} env
 * @param {string | undefined} libraryPath
 * @returns {NodeJS.ProcessEnv}
 */
export function withLibraries(env, libraryPath) {
  if (libraryPath === undefined) return env
  const inherited = env['LD_LIBRARY_PATH']
  return { ...env, LD_LIBRARY_PATH: inherited ? `${libraryPath}:${inherited}` : libraryPath }
}
