import { type Draft, draftIn } from './draft.ts'

const keyOf = (night: string, seat: string): string => `entry:${night}:${seat}`

/** What was written for a seat of a night on this machine, and not yet published. [ENT2] */
export const keptDraft = (night: string, seat: string): Draft => {
  try {
    return draftIn(localStorage.getItem(keyOf(night, seat)))
  } catch {
    return draftIn(null)
  }
}

/** Answers whether it is kept: a browser may keep nothing. */
export const keepDraft = (night: string, seat: string, draft: Draft): boolean => {
  try {
    localStorage.setItem(keyOf(night, seat), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (night: string, seat: string): void => {
  try {
    localStorage.removeItem(keyOf(night, seat))
  } catch {
    // Then nothing was kept either.
  }
}

/** What another tab wrote last may come after it gave the pen away. */
export const onDraftElsewhere = (night: string, seat: string, hear: () => void): void =>
  addEventListener('storage', ({ key }) => {
    if (key === keyOf(night, seat)) hear()
  })
