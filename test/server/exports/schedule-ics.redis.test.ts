import { expect, test } from 'vitest'
import { partsOf } from '../../support/exported.ts'
import { openHouse } from '../../support/house.ts'
import { declarationOf, definitionOf, nightName, october, tamworth } from '../../support/night.ts'
import { present } from '../../support/present.ts'

const july = '2024-07-04-general-election'
const houghton = 'E14001295'

const openCalendar = async () => {
  const house = await openHouse()
  const read = async (night: string) =>
    (await fetch(`${house.server.url}/api/nights/${night}/schedule.ics`)).text()
  const entry = async (night: string, seat: string) =>
    partsOf(await read(night), 'VEVENT').find((event) => event['UID']?.startsWith(seat))
  return { ...house, read, entry }
}

const utc = (time: string): string => time.replaceAll(/[-:]|\.\d+/g, '')

test('[EXP7] expected times in UTC, and those that nobody knows are counted', async () => {
  const { call, desk, read, entry } = await openCalendar()
  const night = nightName()
  const { contests, ...rest } = await definitionOf(july)
  const few = [
    contests.find(({ constituency }) => constituency.id === houghton),
    contests.find(({ expectedAt }) => expectedAt === undefined),
  ]
  const definition = { ...rest, id: night, contests: few }
  expect(
    (await call('POST', '/api/nights', { id: night, mode: 'rehearsal', definition })).status,
  ).toBe(201)
  await desk.reached(night, 1)
  const text = await read(night)
  expect(partsOf(text, 'VEVENT')).toHaveLength(1)
  expect(await entry(night, houghton)).toMatchObject({
    UID: `${houghton}.${night}@results-night`,
    DTSTART: '20240704T222900Z',
    STATUS: 'TENTATIVE',
    SEQUENCE: '0',
    SUMMARY: 'REHEARSAL: Houghton and Sunderland South: declaration expected',
  })
  expect(partsOf(text, 'VCALENDAR')[0]).toMatchObject({
    'X-WR-CALDESC': '0 of 2 declared. Nobody knows when 1 of them will be\\; they are not in it.',
    'REFRESH-INTERVAL': 'PT5M',
  })
})

test('[EXP7] what has declared stands at its own time, with the verdict', async () => {
  const { read } = await openCalendar()
  const text = await read(october)
  expect(partsOf(text, 'VEVENT').find((event) => event['UID']?.startsWith(tamworth))).toMatchObject(
    {
      DTSTART: '20231020T014500Z',
      STATUS: 'CONFIRMED',
      SUMMARY: 'RECORDED: LAB GAIN Tamworth from CON',
    },
  )
})

test('[EXP8] it is a calendar and no invitation: METHOD asks for an organiser, and for itself in Content-Type', async () => {
  const { read } = await openCalendar()
  expect(partsOf(await read(october), 'VCALENDAR')[0]).not.toHaveProperty('METHOD')
})

test('[EXP8] a time that moves moves the same entry', async () => {
  const { desk, entry } = await openCalendar()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  expect(await entry(night, tamworth)).toBeUndefined()
  const seen: unknown[] = []
  for (const [place, expectedAt] of [
    '2023-10-20T01:00:00.000Z',
    '2023-10-20T02:30:00.000Z',
  ].entries()) {
    await desk.say(night, 'status', { constituency: tamworth, status: 'expected', expectedAt })
    const said = present((await desk.reached(night, 2 + place)).at(-1))
    const found = present(await entry(night, tamworth))
    expect(found).toMatchObject({ DTSTART: utc(expectedAt), SEQUENCE: String(place + 1) })
    expect(found['LAST-MODIFIED']).toBe(utc(said.publishedAt))
    seen.push(found['UID'])
  }
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 4)
  expect(await entry(night, tamworth)).toMatchObject({
    UID: seen[0],
    SEQUENCE: '3',
    DTSTART: '20231020T014500Z',
    STATUS: 'CONFIRMED',
  })
  expect(new Set(seen).size).toBe(1)
})

test('[EXP9] a night’s title is a text in its calendar, whatever it holds', async () => {
  const { call, desk, read } = await openCalendar()
  const night = nightName()
  const title = 'Tamworth, Mid Bedfordshire; both\nEND:VCALENDAR'
  const definition = { ...(await definitionOf(october)), id: night, title }
  await call('POST', '/api/nights', { id: night, mode: 'rehearsal', definition })
  await desk.reached(night, 1)
  const lines = (await read(night)).replaceAll('\r\n ', '').trimEnd().split(/\r?\n/)
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1)
  const name = 'REHEARSAL: Tamworth\\, Mid Bedfordshire\\; both\\nEND:VCALENDAR: declarations'
  expect(lines).toContain(`NAME:${name}`)
  expect(lines).toContain(`X-WR-CALNAME:${name}`)
})

test('[EXP8] each line has at most 75 bytes and ends in CRLF', async () => {
  const { read } = await openCalendar()
  const text = await read(july)
  expect(text).toMatch(/Ynys Môn/)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  expect(lines.length).toBeGreaterThan(5000)
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(partsOf(text, 'VEVENT')).toHaveLength(650)
})
