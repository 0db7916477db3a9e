import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until the answer is there; fails with `what` after a while that no healthy machine needs. */
export const until = async <Answer>(
  what: string,
  ask: () => Answer | null | undefined | false | Promise<Answer | null | undefined | false>,
  patience = 20_000,
): Promise<Answer> => {
  const deadline = Date.now() + patience
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`Still not so after ${patience / 1000} s: ${what}`)
    await sleep(20)
  }
}
