import { partyOf } from '@night/shared/party'
import { colours } from '../colours.ts'
import { fit } from '../fit.ts'
import type { Mark } from './address.ts'
import { element } from './element.ts'

/** A line set into a measure of so many ems. */
export const fitted = (text: string, ems: number, most?: number): HTMLElement =>
  element('span', { class: 'fit', style: fit(text, ems, most) }, text)

/** A party's chip, all of one measure. */
export const chip = (party: string, ems: number): HTMLElement =>
  element(
    'span',
    { class: 'chip', style: colours(party) },
    fitted(partyOf(party).short.toUpperCase(), ems, 100),
  )

/** REHEARSAL or REPLAY as a part of the graphic. [OVL3] */
export const markOf = (mark: Mark): HTMLElement | null =>
  mark === null ? null : element('b', { class: 'mark' }, mark)
