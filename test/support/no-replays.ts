import { replaysKey } from '@night/shared/names'
import { beforeEach } from 'vitest'
import { openRedis } from './redis-client.ts'

// A house has room for so many replays, and the tests before have left theirs.
beforeEach(async () => {
  await openRedis().del(replaysKey)
})
