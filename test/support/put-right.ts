import type { Submission } from '@night/shared/submission'
import { timeline } from '@night/worker/replay/timeline'
import { emptyTable } from './almanac.ts'
import { definitionOf, october, recordedLog, tamworth } from './night.ts'
import { declarationsIn, tell, turned } from './told.ts'

const wrongAt = '2023-10-20T01:45:00.000Z'
const rightAt = '2023-10-20T02:40:00.000Z'

/**
 * The October night with Tamworth's two first the wrong way round until 3.40am, which was heard of at 2.50am; or with
 * that taken back and never put right.
 */
export const octoberPutRight = async (ending: 'corrected' | 'withdrawn') => {
  const definition = await definitionOf(october)
  const told = timeline(await recordedLog(october), 1).map(({ submission }) => submission)
  const [first] = declarationsIn(told)
  if (!first) throw new Error('nothing is recorded')
  const wrong: Submission = { ...turned(first, 1), publishedAt: '2023-10-20T01:50:00.000Z' }
  const right: Submission = {
    ...first,
    publishedAt: rightAt,
    declaration: {
      ...first.declaration,
      declaredAt: rightAt,
      revision: 2,
      reason: 'the two first were read the wrong way round',
    },
  }
  const withdrawal = { constituency: tamworth, revision: 1, reason: 'it was never that seat’s' }
  const taken: Submission = {
    kind: 'withdrawal',
    withdrawal,
    at: rightAt,
    by: 'desk',
    publishedAt: rightAt,
  }
  const submissions = told
    .map((one) => (one === first ? wrong : one))
    .toSpliced(3, 0, ending === 'corrected' ? right : taken)
  return { definition, wrongAt, rightAt, ...tell(definition, emptyTable, submissions) }
}
