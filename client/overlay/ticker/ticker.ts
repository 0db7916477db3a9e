import { partyOf } from '@night/shared/party'
import { emsOf } from '../../fit.ts'
import type { Mark } from '../address.ts'
import { element } from '../element.ts'
import { colours } from '../../colours.ts'
import { fitted, markOf } from '../marks.ts'
import type { Graphic } from '../scene.ts'
import { tickerPicture, type TickerLine, type TickerPicture } from './picture.ts'

/** A calm page: a result can be read aloud in this time. */
const pageTime = 6000

/** The latest results in pages along the foot; nothing moves but the page that comes in, and nothing is announced. [OVL9] */
export const ticker: Graphic<TickerPicture> = {
  pictureOf: tickerPicture,
  turnsEvery: pageTime,
  draw: ({ mark, tally, line }) =>
    element(
      'section',
      { class: 'graphic ticker', data: { mark } },
      element('p', { class: 'tally' }, fitted(tally, 8.1, 100)),
      lineOf(line, mark),
      markOf(mark),
    ),
}

/** Ems of the bar beside the tally, without its edges; of a verdict; of the space between two parts. */
const [bar, verdictRoom, gap] = [36.4, 6, 0.72]
/** How much narrower than what `emsOf` measures is what stands beside a name; and how far a name may be narrowed. */
const [light, narrowed] = [0.88, 0.52]

/**
 * What is left for a name, in ems: everything beside it is figures, or says what they are, and is never cut. Whose seat
 * it was is left out where the name could not be read beside it.
 */
export const tickerRoom = (
  { name, label, majority, from, when }: TickerLine,
  mark: Mark,
): { readonly room: number; readonly from: string } => {
  const widthOf = (text: string): number => (text === '' ? 0 : light * emsOf(text) + gap)
  const marked = mark === null ? 0 : emsOf(mark) + 1
  const taken = widthOf(when) + verdictRoom + 2 * gap + widthOf(`${label} ${majority}`) + marked
  const room = bar - taken - widthOf(from)
  return emsOf(name) * narrowed <= room ? { room, from } : { room: bar - taken, from: '' }
}

const lineOf = (line: TickerLine, mark: Mark): HTMLElement => {
  const { seat, name, verdict, label, majority, when } = line
  const { room, from } = tickerRoom(line, mark)
  return element(
    'p',
    { class: 'result comes', data: { seat } },
    element('span', { class: 'when' }, when),
    element(
      'span',
      { class: 'verdict', data: { kind: verdict.kind }, style: colours(verdict.party) },
      fitted(`${partyOf(verdict.party).short.toUpperCase()} ${verdict.kind.toUpperCase()}`, 5, 100),
    ),
    from !== '' && element('span', { class: 'from' }, from),
    element('b', { class: 'name' }, fitted(name, room, 100)),
    element('span', { class: 'majority' }, `${label} `, element('b', {}, majority)),
  )
}
