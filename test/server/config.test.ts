import { serverConfig } from '@night/server/config'
import { expect, test } from 'vitest'

const configOf = (variables: Record<string, string>) =>
  serverConfig({ REDIS_URL: 'redis://127.0.0.1:6379', ...variables }, '/')

test.each(['PORT', 'REDIS_REPLICAS', 'BULL_BOARD_PORT'])(
  '[OPS10] %s is a number in figures: what is blank or written otherwise is refused, and not taken for 0',
  (name) => {
    for (const wrong of [' ', '\t', '0x2', '2e0', '-1', '1.5', 'none', '70000']) {
      expect(() => configOf({ [name]: wrong })).toThrow(
        /a whole number from 0 to \d+\n.*at [A-Z_]+$/,
      )
    }
    for (const right of ['0', '2', ' 2 ']) expect(() => configOf({ [name]: right })).not.toThrow()
  },
)

test('[OPS10] what is not set, or empty, is as the README says', () => {
  for (const none of [{}, { PORT: '', REDIS_REPLICAS: '', BULL_BOARD_PORT: '' }])
    expect(configOf(none)).toMatchObject({ port: 3000, replicas: 0, queueBoardPort: null })
})
