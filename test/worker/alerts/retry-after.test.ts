import { retryAfter } from '@night/worker/alerts/retry-after'
import { expect, test } from 'vitest'

test('[ALR13] whoever asks for a pause of years has no more of us tonight', () => {
  const tonight = 24 * 3_600_000
  for (const header of ['99999999', '9'.repeat(400)]) {
    const after = retryAfter(header, 0) ?? 0
    expect(after).toBeGreaterThan(tonight)
    expect(Number.isSafeInteger(after)).toBe(true)
  }
})
