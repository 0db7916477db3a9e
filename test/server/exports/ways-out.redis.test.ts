import { expect, test } from 'vitest'
import { entriesOf, partsOf, rowsOf, textsIn } from '../../support/exported.ts'
import { bare, hostileNight } from '../../support/hostile.ts'
import { openHouse } from '../../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../../support/night.ts'

const files = ['results.csv', 'feed.atom', 'schedule.ics'] as const

const openFiles = async (more: NodeJS.ProcessEnv = {}) => {
  const house = await openHouse(more)
  const get = (night: string, file: string, headers: Record<string, string> = {}) =>
    fetch(`${house.server.url}/api/nights/${night}/${file}`, { headers })
  return {
    ...house,
    get,
    read: async (night: string, file: string) => (await get(night, file)).text(),
  }
}

test('[EXP3] what is not live says so in every row and entry and in the files’ names, what is live does not', async () => {
  const { desk, get, read } = await openFiles()
  const nights = {
    rehearsal: await desk.open(october),
    live: await desk.openLive({ from: october }),
  }
  for (const [mode, night] of Object.entries(nights)) {
    await desk.declare(night, await declarationOf(october, tamworth))
    await desk.reached(night, 2)
    const rows = rowsOf(await read(night, 'results.csv'))
    expect(new Set(rows.map((row) => row['mode']))).toEqual(new Set([mode]))
    const feed = await read(night, 'feed.atom')
    const events = partsOf(await read(night, 'schedule.ics'), 'VEVENT')
    const [calendar] = partsOf(await read(night, 'schedule.ics'), 'VCALENDAR')
    const words = [
      ...textsIn(feed, 'title'),
      ...events.map((event) => event['SUMMARY'] ?? ''),
      calendar?.['X-WR-CALNAME'] ?? '',
    ]
    expect(words.length).toBe(5)
    const isMarked = (text: string): boolean => text.startsWith('REHEARSAL: ')
    expect(words.filter((text) => isMarked(text) !== (mode === 'rehearsal'))).toEqual([])
    const namesByFile = {
      'results.csv': `${night}-results.csv`,
      'schedule.ics': `${night}-schedule.ics`,
      'night.ndjson': `${night}.ndjson`,
    }
    for (const [file, name] of Object.entries(namesByFile)) {
      const given = (await get(night, file)).headers.get('content-disposition')
      expect(given).toContain(`filename="${mode === 'live' ? '' : 'rehearsal-'}${name}"`)
    }
  }
})

test('[EXP9] names that carry formulas, markup or lines of another format are texts in every file', async () => {
  const { call, desk, read } = await openFiles()
  const night = await hostileNight(call)
  for (const [place, seat] of [tamworth, midBedfordshire].entries()) {
    await desk.declare(night.id, await declarationOf(october, seat))
    await desk.reached(night.id, 2 + place)
  }
  const text = 'Line\nEND:VEVENT\nBEGIN:VEVENT\r\nSUMMARY:planted ]]> </content><entry>'
  await desk.say(night.id, 'notes', { text, speaker: '=1+1', role: null, source: null })
  await desk.say(night.id, 'withdrawals', { constituency: tamworth, revision: 1, reason: text })
  await desk.reached(night.id, 5)

  const given = night.contests.flatMap(({ candidates }) => candidates.map(({ name }) => bare(name)))
  const csv = await read(night.id, 'results.csv')
  const cells = rowsOf(csv).flatMap((row) => [
    row['constituency'],
    row['candidate'],
    row['description'],
  ])
  const formulas = given.filter((name) => /^[=+\-@]/.test(name))
  expect(formulas.length).toBeGreaterThanOrEqual(4)
  expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell ?? ''))).toEqual([])
  const declared = night.contests.find(({ constituency }) => constituency.id === midBedfordshire)
  for (const { name } of declared?.candidates ?? []) {
    expect(cells).toContain(/^[=+\-@]/.test(name) ? `'${bare(name)}` : bare(name))
  }

  const feed = await read(night.id, 'feed.atom')
  expect(entriesOf(feed)).toHaveLength(5)
  const known =
    /^(\?xml|\/?(feed|id|title|author|name|updated|published|link|entry|category|content))\b/
  expect([...feed.matchAll(/<([^>]*)>/g)].filter(([, tag = '']) => !known.test(tag))).toEqual([])
  expect(feed.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&')
  expect(textsIn(feed, 'content').join('\n')).toContain('</content><entry>')

  const calendar = await read(night.id, 'schedule.ics')
  expect(partsOf(calendar, 'VEVENT')).toHaveLength(1)
  const names =
    /^(BEGIN|END|VERSION|PRODID|NAME|X-WR-CALNAME|X-WR-CALDESC|REFRESH-INTERVAL|X-PUBLISHED-TTL|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|TRANSP|DESCRIPTION|STATUS|LAST-MODIFIED)[;:]/
  const lines = calendar.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  expect(lines.filter((line) => !names.test(line))).toEqual([])
})

test('[EXP10] where reading needs a token every file does, and what cannot be had is a problem in words', async () => {
  const { get } = await openFiles({ VIEW_TOKEN: 'the-view-token-of-tests' })
  const authorization = 'Bearer the-view-token-of-tests'
  for (const file of files) {
    expect((await get(october, file)).status).toBe(401)
    expect((await get(october, file, { authorization })).status).toBe(200)
    const none = await get('no-such-night', file, { authorization })
    expect([none.status, none.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  }
  for (const question of [
    'results.csv?at=noon',
    'results.csv?each=party',
    'results.csv?b=1',
    'feed.atom?before=0',
  ]) {
    expect((await get(october, question, { authorization })).status).toBe(422)
  }
})
