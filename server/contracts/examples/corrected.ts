import type { Corrected } from '@night/shared/event'
import type { z } from 'zod'
import type { Night } from '../../night.ts'
import { sha256 } from '../../sha256.ts'
import { tamworthOf } from './tamworth.ts'

/** Tamworth once more, had its rejected papers been read wrongly at first. */
export const correctedOf = (night: Night): z.infer<typeof Corrected> => {
  const { released: _released, ...first } = tamworthOf(night)
  return {
    ...first,
    kind: 'corrected',
    seq: night.board.seq + 1,
    hash: sha256(night.board.hash),
    at: '2023-10-20T02:40:00.000Z',
    publishedAt: '2023-10-20T02:40:02.310Z',
    revision: 2,
    replaces: first.seq,
    reason: 'The rejected papers were read out wrongly at first.',
    consequences: [{ kind: 'line', text: first.words.line }],
  }
}
