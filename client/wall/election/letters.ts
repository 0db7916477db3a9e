import type { Point } from './hexagon.ts'

/**
 * Letters in one stroke, eight units high around the place where they begin. Text in 650 cells costs a screen ten times
 * as much to lay out as a path does. [GEW4]
 */
const strokes: Readonly<Record<string, string>> = {
  A: 'm-3.2 4l3.2-8l3.2 8m-5.2-2.5h4',
  B: 'm-2.7-4v8h3.3a2.2 2.2 0 0 0 0-4.4h-3.3m3.1 0a1.8 1.8 0 0 0 0-3.6h-3.1',
  C: 'm3-2.2a3.5 4 0 1 0 0 4.4',
  D: 'm-2.8-4v8h1.9a4 4 0 0 0 0-8z',
  E: 'm2.6-4h-5v8h5m-5-4h4.4',
  F: 'm2.8-4h-5v8m0-4h4.4',
  G: 'm3-2.3a3.5 4 0 1 0 .2 4.1v-1.4h-2.5',
  H: 'm-2.8-4v8m5.6-8v8m-5.6-4h5.6',
  I: 'm0-4v8',
  J: 'm1.8-4v5.7a2.2 2.3 0 0 1-4.4 0',
  K: 'm-2.6-4v8m5.6-8l-5.4 4.8m1.8-1.6l3.8 4.8',
  L: 'm-2.2-4v8h5',
  M: 'm-3.5 4v-8l3.5 5.8l3.5-5.8v8',
  N: 'm-2.9 4v-8l5.8 8v-8',
  O: 'm0-4a3.6 4 0 0 0 0 8a3.6 4 0 0 0 0-8z',
  P: 'm-2.4 4v-8h3a2.35 2.35 0 0 1 0 4.7h-3',
  Q: 'm0-4a3.6 4 0 0 0 0 8a3.6 4 0 0 0 0-8zm.8 5.4l2.6 3',
  R: 'm-2.6 4v-8h3.1a2.25 2.25 0 0 1 0 4.5h-3.1m3 0l2.6 3.5',
  S: 'm2.7-2.5c-.5-1.1-1.5-1.5-2.7-1.5c-1.8 0-2.7 .8-2.7 1.9c0 2.9 5.6 1.2 5.6 4.1c0 1.3-1.1 2-2.9 2c-1.4 0-2.5-.5-2.9-1.7',
  T: 'm-3.1-4h6.2m-3.1 0v8',
  U: 'm-2.9-4v5.1a2.9 2.9 0 0 0 5.8 0v-5.1',
  V: 'm-3.2-4l3.2 8l3.2-8',
  W: 'm-4-4l2 8l2-6.6l2 6.6l2-8',
  X: 'm-3-4l6 8m0-8l-6 8',
  Y: 'm-3.2-4l3.2 4.3l3.2-4.3m-3.2 4.3v3.7',
  Z: 'm-2.7-4h5.4l-5.4 8h5.4',
}

/** Where a letter begins that stands around a point of the map. */
export const letterPlace = ({ x, y }: Point): string => `M${x.toFixed(2)} ${y.toFixed(2)}`

/** The path of a party's letter from there; a letter that has none of its own is a dot. */
export const letterPath = (letter: string, place: string): string =>
  `${place}${strokes[letter] ?? 'm-.1 0h.2'}`
