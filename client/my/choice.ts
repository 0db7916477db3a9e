import { keep, readKept } from '../parts/machine-storage.ts'

/** So few seats that all of them are mine until I say otherwise. */
const few = 3

/** The seats that a reporter has chosen, in their order: null while nothing was chosen. */
export type Choice = readonly string[] | null

/** What was kept, as far as it is a list of names. [MY1] */
export const choiceIn = (text: string | null): Choice => {
  if (text === null) return null
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : null
  } catch {
    return null
  }
}

/** The seats to show: those chosen that this night has; on a small night all, until some are chosen. [MY1] */
export const mine = (choice: Choice, all: readonly string[]): readonly string[] => {
  if (choice === null) return all.length <= few ? all : []
  const known = new Set(all)
  return choice.filter((id) => known.has(id))
}

/** With a seat more, at the end, or without it. */
export const toggled = (chosen: readonly string[], id: string): readonly string[] =>
  chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]

const keyOf = (night: string): string => `my-seats:${night}`

export const keptChoice = (night: string): Choice => choiceIn(readKept(keyOf(night)))

/** A browser that keeps nothing still shows them until it is closed. */
export const keepChoice = (night: string, chosen: readonly string[]): void =>
  void keep(keyOf(night), JSON.stringify(chosen))
