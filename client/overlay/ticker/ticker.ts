import { partyOf } from '@night/shared/party'
import { element } from '../element.ts'
import { colours, fitted, markOf } from '../marks.ts'
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
      { class: 'graphic ticker', data: { mark: mark ?? undefined } },
      element('p', { class: 'tally' }, fitted(tally, 8.1, 100)),
      lineOf(line),
      markOf(mark),
    ),
}

const lineOf = ({ seat, name, verdict, majority, from, when }: TickerLine): HTMLElement =>
  element(
    'p',
    { class: 'result comes', data: { seat } },
    element('span', { class: 'when' }, when),
    element(
      'span',
      { class: 'verdict', data: { kind: verdict.kind }, style: colours(verdict.party) },
      fitted(`${partyOf(verdict.party).short.toUpperCase()} ${verdict.kind.toUpperCase()}`, 5, 100),
    ),
    from !== '' && element('span', { class: 'from' }, from),
    element('b', { class: 'name' }, fitted(name, from === '' ? 17.5 : 12.4, 100)),
    element('span', { class: 'majority' }, 'Majority ', element('b', {}, majority)),
  )
