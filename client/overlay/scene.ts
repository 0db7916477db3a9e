import type { Board } from '@night/shared/board'
import type { Mark } from './address.ts'

/** What a graphic is drawn from. */
export type Scene = {
  readonly board: Board
  readonly mark: Mark
  /** The seat that the operator asked for. */
  readonly seat: string | null
  /** How often next() was called, or a page was turned. */
  readonly turn: number
}

/** A graphic: what it shows as plain data, and how that is drawn. */
export type Graphic<Picture> = {
  /** Null draws nothing. */
  readonly pictureOf: (scene: Scene) => Picture | null
  readonly draw: (picture: Picture) => HTMLElement
  /** Milliseconds that a picture keeps before this one takes its place. */
  readonly keeps?: (before: Picture, next: Picture) => number
  /** Milliseconds after which a page turns by itself. */
  readonly turnsEvery?: number
}
