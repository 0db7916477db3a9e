import { OutboxRow } from '@night/shared/alert/message'
import { Instant } from '@night/shared/instant'
import { alertKeys } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import type { Redis } from 'ioredis'
import { z } from 'zod'

const { message, state, times } = OutboxRow.shape

/** What of a row is measured. */
const Row = z.object({ state, times, message: message.pick({ kind: true }).strip() })

/** An alert that was settled, and when the device said that it has it. */
export type Settled = z.infer<typeof Row> & {
  readonly mode: OpenMode
  readonly acknowledged: Instant | null
}

/**
 * KEYS done · ARGV how the names of outboxes begin, and of what was acknowledged · answers (row, when)…, both empty
 * where there is none. A thousand devices are one question: asked one by one they hold up the screens.
 */
const script = `
local answer = {}
for _, member in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  local subscription, alert = string.match(member, '^(%S+) (.+)$')
  answer[#answer + 1] = redis.call('HGET', ARGV[1] .. subscription, alert) or ''
  answer[#answer + 1] = redis.call('HGET', ARGV[2] .. subscription, alert) or ''
end
return answer`

const Answer = z.array(z.string())

type Night = { readonly mode: OpenMode; readonly id: string }

/** The last thousand of a night; of a subscription that was removed nothing is left. */
export const settledOf = async (redis: Redis, { mode, id }: Night): Promise<Settled[]> => {
  const { done, outbox, acknowledged } = alertKeys(mode, id)
  const answer = Answer.parse(await redis.eval(script, 1, done, outbox(''), acknowledged('')))
  return answer.flatMap((row, place) => {
    if (place % 2 === 1 || row === '') return []
    const when = answer[place + 1] ?? ''
    return [
      {
        ...Row.parse(JSON.parse(row)),
        mode,
        acknowledged: when === '' ? null : Instant.parse(when),
      },
    ]
  })
}
