import { clearance, readAddress } from '@night/client/overlay/address'
import { boardShown, emptyLine, shortened, withBoard } from '@night/client/overlay/delay'
import { readWishes } from '@night/client/overlay/wishes'
import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
import { milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, isResult, october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const boards = async (): Promise<{ before: Board; after: Board; publishedAt: number }> => {
  const log = await recordedLog(october)
  const event = present(log.find(isResult))
  const before = foldAll(
    emptyBoard(await definitionOf(october), 'live'),
    log.filter(({ seq }) => seq < event.seq),
  )
  return { before, after: fold(before, event), publishedAt: milliseconds(event.publishedAt) }
}

test('[OVL2] everything is shown so many seconds later', async () => {
  const { before, after } = await boards()
  const line = withBoard(withBoard(emptyLine, before, 1000), after, 60_000)
  expect(boardShown(line, 0, 60_000)).toBe(after)
  expect(boardShown(line, 8, 67_999)).toBe(before)
  expect(boardShown(line, 8, 68_000)).toBe(after)
})

test('[OVL2] news that is older than the page counts from when it was published', async () => {
  const { after, publishedAt } = await boards()
  const line = withBoard(emptyLine, after, publishedAt + 3000)
  expect(boardShown(line, 8, publishedAt + 7999)).toBe(null)
  expect(boardShown(line, 8, publishedAt + 8000)).toBe(after)
})

test('[OVL2] a night of which nothing was said yet is no news', async () => {
  const { before } = await boards()
  expect(boardShown(withBoard(emptyLine, before, 1000), 600, 1000)).toBe(before)
})

test('[OVL2] what will never be shown again is let go', async () => {
  const { before, after } = await boards()
  const line = withBoard(withBoard(emptyLine, before, 1000), after, 60_000)
  expect(shortened(line, 8, 67_999)).toHaveLength(2)
  expect(shortened(line, 8, 68_000).map(({ board }) => board)).toEqual([after])
  expect(withBoard(line, after, 99_000)).toBe(line)
})

test('[OVL2] a delay that cannot be read is none, and none is longer than ten minutes', () => {
  const delays = ['8', '2.5', '-3', 'soon', '', '9999'].map(
    (delay) => readAddress(`?delay=${delay}`).delay,
  )
  expect(delays).toEqual([8, 2.5, 0, 0, 0, 600])
})

test('[OVL3] only what is live is drawn, unless the address says otherwise, and then it is marked', () => {
  const onAir = readAddress('?night=a')
  const rehearsing = readAddress('?night=a&mode=rehearsal')
  const modes = ['live', 'rehearsal', 'replay', 'recorded'] as const
  expect(modes.filter((mode) => clearance(mode, onAir).drawn)).toEqual(['live'])
  expect(modes.map((mode) => clearance(mode, rehearsing))).toEqual([
    { drawn: true, mark: null },
    { drawn: true, mark: 'REHEARSAL' },
    { drawn: true, mark: 'REPLAY' },
    { drawn: false, mark: null },
  ])
})

test('[OVL8] an operator’s wishes are read from JSON and from CasparCG’s XML', () => {
  const xml = (id: string, value: string) =>
    `<templateData><componentData id="${id}"><data id="text" value="${value}"/></componentData></templateData>`
  expect(readWishes('{"seat":"E14001170","paused":true}')).toEqual({
    seat: 'E14001170',
    paused: true,
  })
  expect(readWishes(xml('seat', 'E14001170'))).toEqual({ seat: 'E14001170' })
  expect(readWishes(xml('paused', 'false'))).toEqual({ paused: false })
  expect(readWishes('{"seat":null}')).toEqual({ seat: null })
})

test.each(['', 'nonsense', '[1]', 'null', '7', '<templateData>', '{"seat":4}'])(
  '[OVL8] %j asks for nothing',
  (text) => {
    expect(readWishes(text)).toEqual({})
  },
)
