import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A short name that can be read out: no letters that look like others. */
export const randomName = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
