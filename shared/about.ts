import type { Submission } from './submission.ts'

/** The constituency that a submission is about; null where it is about the night. */
export const constituencyOf = (submission: Submission): string | null => {
  switch (submission.kind) {
    case 'opening':
    case 'closing':
      return null
    case 'declaration':
      return submission.declaration.constituency
    case 'flash':
      return submission.flash.constituency
    case 'withdrawal':
      return submission.withdrawal.constituency
    case 'status':
      return submission.status.constituency
    case 'note':
      return submission.note.constituency
  }
}
