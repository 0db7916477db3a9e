import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, libraryPathOf } from './cache.mjs'
import { findOnPath } from './system.mjs'

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
/** Where macOS keeps them. */
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const SYSTEM_FONTS = '/etc/fonts/fonts.conf'

/**
 * Where a browser may be, in the order of preference; the fetched one is last.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} [applications]
 * @returns {Promise<import('./browser.mjs').Candidate[]>}
 */
export async function browserCandidates(env, applications = APPLICATIONS) {
  const wished = env['BROWSER_PATH']
  const onPath = NAMES.map(async (name) => ({
    called: name,
    executable: (await findOnPath(name, env)) ?? '',
  }))
  return [
    ...(wished ? [{ called: `BROWSER_PATH=${wished}`, executable: wished }] : []),
    ...(await Promise.all(onPath)),
    ...(process.platform === 'darwin' ? applications : []).map((path) => ({
      called: path,
      executable: path,
    })),
    ...(await playwrightBrowsers(env)),
    await inTree(browserTree(env)),
  ]
}

/**
 * Where the fetched browser is kept.
 * @param {NodeJS.ProcessEnv} env
 */
export function browserTree(env) {
  return cacheFolder('browser', env)
}

/** @param {NodeJS.ProcessEnv} env */
async function playwrightBrowsers(env) {
  const usual =
    process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright'
  const folder = env['PLAYWRIGHT_BROWSERS_PATH'] || join(homedir(), usual)
  const names = await readdir(folder).catch(() => [])
  const installed = names.filter((name) => /^chromium-\d+$/.test(name)).toSorted(newestFirst)
  const paths = installed.flatMap((name) =>
    [
      'chrome-linux/chrome',
      'chrome-linux64/chrome',
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ].map((path) => join(folder, name, path)),
  )
  const present = await Promise.all(paths.map((path) => exists(path)))
  return paths
    .filter((_, index) => present[index])
    .map((path) => ({ called: path, executable: path }))
}

/** @param {string} a @param {string} b */
function newestFirst(a, b) {
  return Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length))
}

/** @param {string} tree */
async function inTree(tree) {
  // Not the one in usr/bin: that is a script which looks in /usr/lib.
  const executable = join(tree, 'usr/lib/chromium/chromium-headless-shell')
  if (!(await exists(executable))) return { called: executable, executable: '' }
  const candidate = { called: executable, executable, libraryPath: await libraryPathOf(tree) }
  const fonts = join(tree, 'usr/share/fonts')
  if (!(await exists(fonts)) && (await exists(SYSTEM_FONTS))) return candidate
  return { ...candidate, env: { FONTCONFIG_FILE: await writeFontConfiguration(tree) } }
}

/**
 * The system's own configuration, where there is one, does not know the fonts that were fetched.
 * @param {string} tree
 */
async function writeFontConfiguration(tree) {
  const cache = join(tree, 'font-cache')
  await mkdir(cache, { recursive: true })
  const content = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">${SYSTEM_FONTS}</include>
<dir>${tree}/usr/share/fonts</dir>
<cachedir>${cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
<alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`
  const path = join(tree, 'fonts.conf')
  const unfinished = `${path}.${process.pid}`
  await writeFile(unfinished, content)
  await rename(unfinished, path)
  return path
}

/** @param {string} path */
function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  )
}
