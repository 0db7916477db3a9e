import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Replay } from '@night/shared/replay'
import type { Page } from 'playwright-core'
import { openStand, type Stand } from '../soak/stand.ts'
import { root } from '../support/root.ts'

// Draws docs/pictures/*.png anew: `npm run pictures`, or with names to draw only those.
const folder = join(root, 'docs', 'pictures')
const july = { of: '2024-07-04-general-election', position: '2024-07-05T03:40:00.000Z' }
const october = { of: '2023-10-19-by-elections', position: '2023-10-20T02:15:00.000Z' }
const camborne = 'E14001148'
/** Those of a reporter: Camborne has declared, Clacton too, South West Norfolk has not. */
const mine = [camborne, 'E14001174', 'E14001497']
const wall = { width: 1600, height: 900 }
const phone = { width: 390, height: 844 }

type Picture = {
  readonly name: string
  readonly at: typeof july
  readonly path: string
  readonly view: typeof wall
  readonly query?: string
  /** Of the recording itself, not of a replay of it. */
  readonly recorded?: true
}

const pictures: readonly Picture[] = [
  { name: 'wall-july-2024', at: july, path: '/wall', view: wall },
  { name: 'wall-october-2023', at: october, path: '/wall', view: wall },
  { name: 'battleground-july-2024', at: july, path: '/wall/battleground', view: wall },
  { name: 'schedule-july-2024', at: july, path: '/wall/schedule', view: wall },
  { name: 'desk-july-2024', at: july, path: '/desk', view: { width: 1600, height: 1000 } },
  {
    name: 'seat-camborne',
    at: july,
    path: `/seat/${camborne}`,
    view: { width: 1280, height: 900 },
  },
  { name: 'my-july-2024', at: july, path: '/my', view: phone },
  {
    name: 'replay-july-2024',
    at: july,
    path: '/replay',
    query: `&t=2024-07-05T03:40Z`,
    recorded: true,
    view: { width: 1600, height: 1000 },
  },
]
const graphics = ['strap', 'score', 'ticker']

/** A replay that stands still at this moment, with everything that was declared by then. */
const stillNight = async ({ call }: Stand, { of, position }: typeof july): Promise<string> => {
  const replay = Replay.parse((await call('POST', '/api/replays', { of, speed: 1 })).body)
  await call('PATCH', `/api/replays/${replay.id}`, { playing: false, position })
  const seq = async (): Promise<unknown> => {
    const { body } = await call('GET', `/api/nights/${replay.night}/events?since=0`)
    return typeof body === 'object' && body !== null && 'seq' in body ? body.seq : 0
  }
  for (let [before, now] = [await seq(), -1 as unknown]; before !== now;) {
    before = await seq()
    await sleep(1500)
    now = await seq()
  }
  return replay.night
}

/** What a page shows when its fonts, its map and its feed are there. */
const shot = async (page: Page, url: string, clear = false): Promise<Buffer> => {
  await page.goto(url)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await sleep(1500)
  return page.screenshot({ omitBackground: clear })
}

/** The graphics as a mixer stacks them, on a ground that is nobody's photograph. */
const stacked = async (page: Page, layers: readonly Buffer[]): Promise<Buffer> => {
  await page.goto('about:blank')
  const images = layers.map((layer) => `url(data:image/png;base64,${layer.toString('base64')})`)
  await page.evaluate(
    (background) => {
      document.body.style.cssText = `margin:0;height:100vh;background:${background}`
    },
    [...images, 'linear-gradient(160deg, #2c3238, #68717a 60%, #41484f)'].join(','),
  )
  return page.screenshot()
}

/** With as few colours as it needs, where ImageMagick is there. */
const save = async (name: string, image: Buffer): Promise<void> => {
  const path = join(folder, `${name}.png`)
  await writeFile(path, image)
  await promisify(execFile)('convert', [path, '-colors', '256', `png8:${path}`]).catch(() => null)
  process.stdout.write(`${path}\n`)
}

const draw = async (stand: Stand, wanted: readonly string[]): Promise<void> => {
  const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)
  const nights = {
    [july.of]: await stillNight(stand, july),
    [october.of]: await stillNight(stand, october),
  }
  const page = await stand.browser.newPage()
  await page.addInitScript(([key, seats]) => localStorage.setItem(key, seats), [
    `my-seats:${nights[july.of] ?? ''}`,
    JSON.stringify(mine),
  ] as const)
  const address = (path: string, of: string): string =>
    `${stand.url}${path}?night=${nights[of] ?? ''}`
  for (const { name, at, path, view, ...more } of pictures.filter((one) => isWanted(one.name))) {
    await page.setViewportSize(view)
    const url = more.recorded ? `${stand.url}${path}?night=${at.of}` : address(path, at.of)
    await save(name, await shot(page, `${url}${more.query ?? ''}`))
  }
  if (!isWanted('overlay-july-2024')) return
  await page.setViewportSize(wall)
  const layers: Buffer[] = []
  for (const graphic of graphics) {
    layers.push(await shot(page, `${address(`/overlay/${graphic}`, july.of)}&mode=rehearsal`, true))
  }
  await save('overlay-july-2024', await stacked(page, layers))
}

await mkdir(folder, { recursive: true })
const stand = await openStand()
try {
  await draw(stand, process.argv.slice(2))
} finally {
  await stand.close()
}
