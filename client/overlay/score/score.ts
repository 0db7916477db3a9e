import { element } from '../element.ts'
import { colours } from '../../colours.ts'
import { chip, fitted, markOf } from '../marks.ts'
import type { Graphic } from '../scene.ts'
import { scorePicture, type ScorePicture, type ScoreRow } from './picture.ts'

const chipMeasure = 3.1
const smallChipMeasure = 3.4
const lineMeasure = 13.6

/** The state of the parties at the side of the picture. [OVL7] */
export const score: Graphic<ScorePicture> = {
  pictureOf: scorePicture,
  draw: ({ mark, declared, rows, others, line }) =>
    element(
      'section',
      { class: 'graphic score', data: { mark } },
      element('p', { class: 'declared', data: { tally: 'true' } }, ...tally(declared)),
      element('ol', { class: 'rows' }, ...rows.map(rowOf)),
      others.length > 0 &&
        element(
          'ol',
          { class: 'others' },
          ...others.map(({ party, seats }) =>
            element('li', { data: { party } }, chip(party, smallChipMeasure), number(seats)),
          ),
        ),
      line && lineOf(line),
      markOf(mark),
    ),
}

/** "400 of 650 declared", the first number the largest. */
const tally = (words: string): (HTMLElement | string)[] => {
  const space = words.indexOf(' ')
  return [element('b', {}, words.slice(0, space)), words.slice(space)]
}

const number = (seats: number): HTMLElement =>
  element('b', { data: { seats: String(seats) } }, String(seats))

const rowOf = ({ party, seats, net }: ScoreRow): HTMLElement =>
  element(
    'li',
    { data: { party } },
    chip(party, chipMeasure),
    number(seats),
    element('span', { class: 'net' }, net),
  )

const lineOf = ({ words, party, reach }: NonNullable<ScorePicture['line']>): HTMLElement =>
  element(
    'p',
    { class: 'line', style: { ...colours(party), '--reach': String(reach) } },
    fitted(words, lineMeasure, 100),
    element('i', { class: 'reach' }),
  )
