import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserCandidates, browserTree } from './browser-places.mjs'
import { withLibraries } from './cache.mjs'
import { lastLines, runCommand } from './command.mjs'
import { explainFetchFailure, fetchDebian, whyNoFetch } from './debian.mjs'
import { createRemedy } from './remedy.mjs'
import { chooseForSystem, isProgram } from './system.mjs'

// A browser without a window takes two thirds of the time of one that has one and hides it.
const PACKAGES = [
  'chromium-headless-shell',
  'fontconfig-config',
  'fonts-dejavu-core',
  'fonts-liberation',
]
const PAGE = '<body style="margin:0;font:32px sans-serif">Declared'
/** Bytes; the page above takes some 3500, and 730 when its text is missing. */
const EMPTY_PICTURE = 1500

/**
 * @typedef {object} Browser
 * @property {string} executable
 * @property {string} [libraryPath] the LD_LIBRARY_PATH that it needs
 * @property {Record<string, string>} [env] further variables that it needs
 */

/** @typedef {Browser & { called: string }} Candidate */

/**
 * @typedef {object} Surroundings
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./progress.mjs').Progress} progress
 * @property {readonly string[]} [applications] where macOS keeps browsers
 */

/**
 * Finds a Chromium or Chrome that draws a page without a display, or fetches one for this user alone.
 * Throws a remedy when there is none to be had.
 * @param {Surroundings} surroundings
 * @returns {Promise<Browser>}
 */
export async function findBrowser({ env, progress, applications }) {
  /** @type {string[]} */
  const looked = []
  for (const candidate of await browserCandidates(env, applications)) {
    const found = await examine(candidate, looked)
    if (found) return found
  }
  const reason = await whyNoFetch(env)
  if (reason === undefined) {
    const fetched = await fetchBrowser({ env, progress }, looked)
    if (fetched) return fetched
  } else {
    looked.push(`fetch with apt-get: ${reason}`)
  }
  throw createRemedy(await remedyText(looked))
}

/**
 * @param {Candidate} candidate
 * @param {string[]} looked gets the reason when it will not do
 * @returns {Promise<Browser | undefined>}
 */
async function examine({ called, ...browser }, looked) {
  if (browser.executable === '' || !(await isProgram(browser.executable))) {
    looked.push(`${called}: not found`)
    return undefined
  }
  const fault = await drawPage(browser)
  if (fault === undefined) return browser
  looked.push(`${called}: ${fault}`)
  return undefined
}

/**
 * A browser that tells its version may still lack a library or a font, so it has to draw a page.
 * @param {Browser} browser
 * @returns {Promise<string | undefined>} what went wrong
 */
async function drawPage({ executable, libraryPath, env }) {
  const folder = await mkdtemp(join(tmpdir(), 'night-browser-'))
  const picture = join(folder, 'page.png')
  const page = join(folder, 'page.html')
  await writeFile(page, PAGE)
  try {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
    ]
    const places = [
      `--user-data-dir=${join(folder, 'profile')}`,
      `--screenshot=${picture}`,
      '--window-size=400,200',
    ]
    const { complaint } = await runCommand([executable, ...flags, ...places, `file://${page}`], {
      env: { ...withLibraries(process.env, libraryPath), ...env },
      timeout: 30_000,
    })
    const drawn = await readFile(picture).catch(() => undefined)
    if (drawn === undefined) return `draws no page: ${lastLines(complaint, 1)}`
    return drawn.length > EMPTY_PICTURE ? undefined : 'draws no text, so there are no fonts'
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * @param {Surroundings} surroundings
 * @param {string[]} looked
 */
async function fetchBrowser({ env, progress }, looked) {
  try {
    await progress.during('Fetching Chromium from the Debian archive (100 MB)', () =>
      fetchDebian(PACKAGES, browserTree(env)),
    )
  } catch (error) {
    looked.push(`fetch with apt-get: ${explainFetchFailure(error)}`)
    return undefined
  }
  const candidates = await browserCandidates(env)
  const fetched = candidates.at(-1)
  return fetched && examine({ ...fetched, called: 'the fetched Chromium' }, looked)
}

/** @param {string[]} looked */
async function remedyText(looked) {
  const install = await chooseForSystem({
    apt: 'sudo apt-get update && sudo apt-get install -y chromium fonts-dejavu-core',
    dnf: 'sudo dnf install -y chromium dejavu-sans-fonts',
    apk: 'sudo apk add chromium font-dejavu',
    pacman: 'sudo pacman -S chromium ttf-dejavu',
    brew: 'brew install --cask google-chrome',
    windows: 'run this inside WSL2 (wsl --install), where Chromium is to be had',
  })
  return `The browser tests need Chromium or Chrome, and none was found.

Fix it one of these ways:
  1. ${install}
  2. npx playwright-core install --with-deps chromium
  3. point at one:   BROWSER_PATH=/path/to/chrome npm test

Looked at:
${looked.map((line) => `  - ${line}`).join('\n')}`
}
