/**
 * Letters in one stroke, eight units high around 0 0. Text in 650 cells costs a screen ten times as much to lay out
 * as a path does. [GEW4]
 */
const strokes: Readonly<Record<string, string>> = {
  A: 'M-3.2 4L0-4L3.2 4M-2 1.5H2',
  B: 'M-2.7-4V4H.6A2.2 2.2 0 0 0 .6-.4H-2.7M.4-.4A1.8 1.8 0 0 0 .4-4H-2.7',
  C: 'M3-2.2A3.5 4 0 1 0 3 2.2',
  D: 'M-2.8-4V4H-.9A4 4 0 0 0-.9-4Z',
  E: 'M2.6-4H-2.4V4H2.6M-2.4 0H2',
  F: 'M2.8-4H-2.2V4M-2.2 0H2.2',
  G: 'M3-2.3A3.5 4 0 1 0 3.2 1.8V.4H.7',
  H: 'M-2.8-4V4M2.8-4V4M-2.8 0H2.8',
  I: 'M0-4V4',
  J: 'M1.8-4V1.7A2.2 2.3 0 0 1-2.6 1.7',
  K: 'M-2.6-4V4M3-4L-2.4.8M-.6-.8L3.2 4',
  L: 'M-2.2-4V4H2.8',
  M: 'M-3.5 4V-4L0 1.8L3.5-4V4',
  N: 'M-2.9 4V-4L2.9 4V-4',
  O: 'M0-4A3.6 4 0 0 0 0 4A3.6 4 0 0 0 0-4Z',
  P: 'M-2.4 4V-4H.6A2.35 2.35 0 0 1 .6.7H-2.4',
  Q: 'M0-4A3.6 4 0 0 0 0 4A3.6 4 0 0 0 0-4ZM.8 1.4L3.4 4.4',
  R: 'M-2.6 4V-4H.5A2.25 2.25 0 0 1 .5.5H-2.6M.4.5L3 4',
  S: 'M2.7-2.5C2.2-3.6 1.2-4 0-4C-1.8-4-2.7-3.2-2.7-2.1C-2.7.8 2.9-.9 2.9 2C2.9 3.3 1.8 4 0 4C-1.4 4-2.5 3.5-2.9 2.3',
  T: 'M-3.1-4H3.1M0-4V4',
  U: 'M-2.9-4V1.1A2.9 2.9 0 0 0 2.9 1.1V-4',
  V: 'M-3.2-4L0 4L3.2-4',
  W: 'M-4-4L-2 4L0-2.6L2 4L4-4',
  X: 'M-3-4L3 4M3-4L-3 4',
  Y: 'M-3.2-4L0 .3L3.2-4M0 .3V4',
  Z: 'M-2.7-4H2.7L-2.7 4H2.7',
}

/** The path of a party's letter; a letter that has none of its own is a dot. */
export const letterPath = (letter: string): string => strokes[letter] ?? 'M-.1 0H.1'
