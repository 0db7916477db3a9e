import type { Declaration } from '@night/shared/declaration'
import type { ResultEvent } from '@night/shared/event'
import { resultToDeclaration } from '../../support/night.ts'

/** The same figures but for one paper, as the next revision, with its reason. */
export const correctionOf = (event: ResultEvent): Declaration => {
  const declaration = resultToDeclaration(event)
  return {
    ...declaration,
    revision: declaration.revision + 1,
    rejected: (declaration.rejected ?? 0) + 1,
    reason: 'TEST one rejected paper more',
  }
}
