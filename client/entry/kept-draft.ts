import { keep, readKept } from '../parts/machine-storage.ts'
import { type Draft, draftIn } from './draft.ts'

const keyOf = (night: string, seat: string): string => `entry:${night}:${seat}`

/** What was written for a seat of a night on this machine, and not yet published. [ENT2] */
export const keptDraft = (night: string, seat: string): Draft =>
  draftIn(readKept(keyOf(night, seat)))

export const keepDraft = (night: string, seat: string, draft: Draft): void =>
  void keep(keyOf(night, seat), JSON.stringify(draft))

export const dropDraft = (night: string, seat: string): void => void keep(keyOf(night, seat), null)

/** What another tab wrote last may come after it gave the pen away. */
export const onDraftElsewhere = (night: string, seat: string, hear: () => void): void =>
  addEventListener('storage', ({ key }) => {
    if (key === keyOf(night, seat)) hear()
  })
