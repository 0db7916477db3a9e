import { partyOf } from '@night/shared/party'
import { timesSaid } from '@night/shared/said-at'
import { milliseconds } from '@night/shared/time'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { openPage } from './support/browser.ts'
import type { Desk } from './support/desk.ts'
import { openHouse } from './support/house.ts'
import { recordedLog } from './support/night.ts'
import { openFragileLine } from './soak/fragile-line.ts'
import { until } from './support/until.ts'

/** "con 365 lab 202". */
const parsed = (seats: string): [string, number][] =>
  [...seats.matchAll(/(\w+) (\d+)/g)].map(([, party = '', count]) => [party, Number(count)])

/** House of Commons Library, general election results: seats by party. Labour with Co-operative, the Speaker apart. */
const official = [
  {
    night: '2019-12-12-general-election',
    seats: 'con 365 lab 202 snp 48 ld 11 dup 8 sf 7 pc 4 sdlp 2 green 1 apni 1 spk 1',
  },
  {
    night: '2024-07-04-general-election',
    seats:
      'lab 411 con 121 ld 72 snp 9 sf 7 ind 6 ruk 5 dup 5 green 4 pc 4 sdlp 2 apni 1 uup 1 tuv 1 spk 1',
  },
].map(({ night, seats }) => ({ night, seats: parsed(seats) }))

const wallSeats = (page: Page): Promise<[string, number][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.score tr[data-party]')].map((row) => [
      row.dataset['party'] ?? '',
      Number(row.querySelector('.score-seats')?.textContent),
    ]),
  )

/** Cells of the map by the party that each is said to be of. */
const cellsOn = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const counts: Record<string, number> = {}
    for (const cell of document.querySelectorAll('[data-cell]')) {
      const [, short = 'nobody'] = /: (.+?) (?:HOLD|GAIN|WIN)\b/.exec(cell.ariaLabel ?? '') ?? []
      counts[short] = (counts[short] ?? 0) + 1
    }
    return counts
  })

/** Seats by party as the overlay has them. */
const seatsOn = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('main [data-party]')].map((row) => [
        row.dataset['party'] ?? '',
        Number(row.querySelector<HTMLElement>('[data-seats]')?.dataset['seats']),
      ]),
    ),
  )

/** Opened, 650 declarations, closed. */
const last = 652

/** Asks each time from where it was told last: a whole board, again and again, is dear. */
const isOver = (desk: Desk, night: string) => {
  let seq = 0
  const ended = async () => {
    seq = (await desk.events(night, seq)).seq
    return seq === last
  }
  return until('the night is over', ended, 150_000)
}

test.each(official)(
  '[ELE1] $night, replayed, ends with the official seats of every party on overlay, wall and map',
  async ({ night: of, seats }) => {
    const { server, desk } = await openHouse()
    const { night } = await desk.replay({ of, speed: 'max' })
    await isOver(desk, night)
    const { page } = await openPage()
    await page.goto(`${server.url}/overlay/score?night=${night}&mode=rehearsal`)
    await page.waitForSelector(`main[data-seq="${last}"]`)
    expect(await seatsOn(page)).toEqual(Object.fromEntries(seats))
    expect(await page.innerText('[data-tally]')).toBe('650 of 650 declared')
    await page.goto(`${server.url}/wall?night=${night}`)
    await page.waitForSelector('.score tr[data-party]')
    const wall = await wallSeats(page)
    expect(seats).toEqual(expect.arrayContaining(wall))
    expect(wall.length).toBeGreaterThanOrEqual(6)
    await page.waitForSelector('[data-cell]')
    const named = seats.map(([party, count]) => [partyOf(party).short.toUpperCase(), count])
    expect(await cellsOn(page)).toEqual(Object.fromEntries(named))
  },
  180_000,
)

/** Everything that a wall says of the night: each cell of its map with its words, the colours, and the state of the parties. */
const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLElement>('[data-cell]')].map(
      (cell) => `${cell.dataset['cell']} | ${cell.getAttribute('aria-label')}`,
    ),
    ...[...document.querySelectorAll('.map path')].map((path) => path.outerHTML).toSorted(),
    ...[...document.querySelectorAll('.score tr')].map((row) => row.textContent),
    document.querySelector('[data-tally]')?.textContent ?? '',
  ])

const seqOn = async (page: Page): Promise<number> =>
  Number(await page.getAttribute('[data-seq]', 'data-seq'))

test('[ELE2] opened at the start, in the middle, or cut off ten times: the same, cell for cell', async () => {
  const { server, desk } = await openHouse()
  const line = await openFragileLine(server.url)
  onTestFinished(line.close)
  const of = '2024-07-04-general-election'
  const [from, to] = ['2024-07-05T02:00:00.000Z', '2024-07-05T03:00:00.000Z']
  const { night } = await desk.replay({ of, from, to, speed: 400 })
  const [first, cutOff, late] = [await openPage(), await openPage(), await openPage()].map(
    ({ page }) => page,
  )
  if (!first || !cutOff || !late) throw new Error('There are three pages')
  await first.goto(`${server.url}/wall?night=${night}`)
  await cutOff.goto(`${line.url}/wall?night=${night}`)
  await cutOff.waitForSelector('[data-seq]')
  for (let cut = 1; cut <= 10; cut += 1) {
    await until('more was declared', async () => (await seqOn(first)) >= cut * 20, 60_000)
    // Ten cuts of a line that is there: one that comes before the wall is back would cut nothing.
    await cutOff.waitForSelector('.truth[data-state="fresh"]')
    line.cut()
    await cutOff.waitForSelector('.truth[data-state="lost"]')
    if (cut === 5) await late.goto(`${server.url}/wall?night=${night}`)
  }
  const times = timesSaid(await recordedLog(of))
  const end = times.filter((time) => time <= milliseconds(to)).length
  for (const page of [first, cutOff, late]) {
    await until('the wall has everything', async () => (await seqOn(page)) === end)
    await page.waitForSelector('[data-cell]')
  }
  const said = await saidOn(first)
  expect(said.length).toBeGreaterThan(650)
  expect(await saidOn(cutOff)).toEqual(said)
  expect(await saidOn(late)).toEqual(said)
}, 120_000)
