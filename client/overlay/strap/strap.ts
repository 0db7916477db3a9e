import { partyOf } from '@night/shared/party'
import { cutTo } from '../../fit.ts'
import { element } from '../element.ts'
import { colours } from '../../colours.ts'
import { fitted, markOf } from '../marks.ts'
import type { Graphic } from '../scene.ts'
import { type Figure, strapPicture, type StrapPicture } from './picture.ts'

/** Long enough to be read, however fast results come; what else is said, and of the same seat, does not wait. */
const readingTime = 5000

/** Ems of each measure. */
const measures = {
  verdict: 3.45,
  name: 8.4,
  person: 15,
  foot: 35,
}

/** The lower third. [OVL5 OVL6] */
export const strap: Graphic<StrapPicture> = {
  pictureOf: strapPicture,
  keeps: (before, next) =>
    before.seat !== next.seat && next.kind === 'declared' ? readingTime : 0,
  draw: (picture) =>
    element(
      'article',
      {
        class: 'graphic strap comes',
        data: {
          seat: picture.seat,
          state: picture.kind,
          verdict: picture.verdict?.kind,
          mark: picture.mark,
        },
        ...(picture.verdict && { style: colours(picture.verdict.party) }),
      },
      verdictBlock(picture),
      paper(picture),
      foot(picture),
    ),
}

const verdictBlock = ({ verdict, lines }: StrapPicture): HTMLElement =>
  element(
    'div',
    { class: 'verdict', data: { kind: verdict?.kind ?? 'withdrawn' } },
    ...lines.map((word) =>
      // The band of a hold takes its part.
      fitted(word.toUpperCase(), measures.verdict - (verdict?.kind === 'hold' ? 0.3 : 0)),
    ),
  )

const paper = ({ name, person, note, figures, kind }: StrapPicture): HTMLElement =>
  element(
    'div',
    { class: 'paper' },
    element(
      'div',
      { class: 'who' },
      element('h1', { class: 'name' }, fitted(name, measures.name, 108)),
      element(
        'p',
        { class: 'person' },
        kind === 'corrected' && element('strong', { class: 'corrected' }, 'CORRECTION'),
        fitted(person, measures.person - (kind === 'corrected' ? 7 : 0), 100),
      ),
    ),
    note === null
      ? element('dl', { class: 'figures' }, ...figures.map(figure))
      : element('p', { class: 'note' }, note),
  )

const figure = ({ label, value, unit }: Figure): HTMLElement =>
  element('div', {}, element('dt', {}, label), element('dd', {}, value, element('small', {}, unit)))

const foot = ({ verdict, foot: fact, when, mark }: StrapPicture): HTMLElement => {
  const from = verdict?.kind === 'gain' ? verdict.from : null
  // What the widest mark takes of it, and who lost the seat.
  const room = measures.foot - (mark === null ? 0 : 8.3) - (from === null ? 0 : 9)
  return element(
    'p',
    { class: 'foot', data: { from } },
    from !== null &&
      element(
        'span',
        { class: 'from', style: colours(from) },
        fitted(`from ${partyOf(from).short.toUpperCase()}`, 8, 100),
      ),
    element('span', { class: 'fact' }, fitted(cutTo(fact, room), room, 100)),
    element('span', { class: 'when' }, when),
    markOf(mark),
  )
}
