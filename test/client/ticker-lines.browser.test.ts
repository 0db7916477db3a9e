import { fit } from '@night/client/fit'
import { type TickerLine, tickerLine } from '@night/client/overlay/ticker/picture'
import { tickerRoom } from '@night/client/overlay/ticker/ticker'
import { emptyBoard, foldAll } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import { partyOf } from '@night/shared/party'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { definitionOf, recordedLog } from '../support/night.ts'
import { stillReplay } from '../support/still-replay.ts'

const july = '2024-07-04-general-election'
const marks = [null, 'REPLAY', 'REHEARSAL'] as const

const linesOf = async (night: string): Promise<TickerLine[]> => {
  const board = emptyBoard(await definitionOf(night), 'live')
  const lines = declaredSeats(foldAll(board, await recordedLog(night))).map(tickerLine)
  return lines.flatMap((line) => [line, { ...line, when: 'Corrected' }])
}

/** A ticker with a line and a mark. */
const openTicker = async () => {
  const { server, desk } = await openHouse()
  const { night } = await stillReplay(desk, july, '2024-07-05T03:40:00.000Z')
  const { page } = await openPage()
  await page.goto(`${server.url}/overlay/ticker?night=${night}&mode=rehearsal`)
  await page.waitForSelector('.ticker .result')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  return page
}

test('[OVL9] of no result of two general elections, corrected or not, marked or not, is a figure or a name cut', async () => {
  const page = await openTicker()
  const lines = [...(await linesOf('2019-12-12-general-election')), ...(await linesOf(july))]
  expect(lines).toHaveLength(2600)
  const all = lines.flatMap((line) =>
    marks.map((mark) => {
      const { room, from } = tickerRoom(line, mark)
      const verdict = `${partyOf(line.verdict.party).short} ${line.verdict.kind}`.toUpperCase()
      return { ...line, verdict, from, mark, style: fit(line.name, room, 100) }
    }),
  )
  const cut = await page.evaluate((drawn) => {
    const graphic = document.querySelector('.ticker')
    const line = graphic?.querySelector('.result')
    const find = (selector: string) => graphic?.querySelector<HTMLElement>(selector)
    const [name, majority, mark] = [find('.name .fit'), find('.majority'), find('.mark')]
    if (!graphic || !line || !name || !majority || !mark) return ['There is no line.']
    const from = document.createElement('span')
    from.className = 'from'
    line.querySelector('.from')?.remove()
    return drawn.flatMap((one) => {
      find('.when')?.replaceChildren(one.when)
      find('.verdict .fit')?.replaceChildren(one.verdict)
      from.replaceChildren(one.from)
      if (one.from === '') from.remove()
      else find('.verdict')?.after(from)
      name.replaceChildren(one.name)
      for (const [key, text] of Object.entries(one.style)) name.style.setProperty(key, text)
      majority.replaceChildren(`${one.label} ${one.majority}`)
      mark.replaceChildren(one.mark ?? '')
      mark.style.display = one.mark === null ? 'none' : ''
      const isCut = line.scrollWidth > line.clientWidth
      const isNameCut = name.getBoundingClientRect().right > majority.getBoundingClientRect().left
      return isCut || isNameCut ? [`${one.name}, ${one.when}, ${one.from}, ${one.mark}`] : []
    })
  }, all)
  expect(cut).toEqual([])
})
