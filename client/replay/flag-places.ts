import { type Axis, placeOf } from './axis.ts'
import type { Chapter } from './chapters.ts'

/** Parts of the line that a letter and the room around a label take. */
const letter = 0.0044
const room = 0.012

export type PlacedFlag = {
  readonly chapter: Chapter
  /** Its place on the line, from 0 to 1. */
  readonly part: number
  /** The last stand to the left of their flags. */
  readonly isTurned: boolean
  readonly isNamed: boolean
}

/** Flags on the line: what matters most has its name first, and the others where there is room. [RPY6] */
export const placedFlags = (chapters: readonly Chapter[], axis: Axis): readonly PlacedFlag[] => {
  const taken: { readonly from: number; readonly to: number }[] = []
  const named = new Set<Chapter>()
  const places = chapters.map((chapter) => {
    const part = placeOf(axis, chapter.time) / axis.length
    const length = letter * chapter.short.length + room
    const isTurned = part + length > 1
    const from = isTurned ? part - length : part
    return { chapter, part, isTurned, from, to: from + length }
  })
  for (const { chapter, from, to } of places.toSorted(
    (a, b) => b.chapter.weight - a.chapter.weight,
  )) {
    if (chapter.short === '' || taken.some((other) => from < other.to && other.from < to)) continue
    taken.push({ from, to })
    named.add(chapter)
  }
  return places.map(({ chapter, part, isTurned }) => {
    const isNamed = named.has(chapter)
    return { chapter, part, isTurned, isNamed }
  })
}
