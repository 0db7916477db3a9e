import { access, constants, readFile, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/**
 * The full path of a program, looked up as a shell would.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
export async function findOnPath(name, env) {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    if (folder !== '' && (await isProgram(join(folder, name)))) return join(folder, name)
  }
  return undefined
}

/** @param {string} path */
export async function isProgram(path) {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/**
 * Picks what fits this operating system, by its package tool.
 * @template T
 * @param {{ apt: T, dnf: T, apk: T, pacman: T, brew: T, windows: T }} choices
 * @returns {Promise<T>}
 */
export async function chooseForSystem(choices) {
  if (process.platform === 'darwin') return choices.brew
  if (process.platform === 'win32') return choices.windows
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const kinds = [...release.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].join(' ')
  if (/fedora|rhel|centos/.test(kinds)) return choices.dnf
  if (/alpine/.test(kinds)) return choices.apk
  if (/arch/.test(kinds)) return choices.pacman
  return choices.apt
}
