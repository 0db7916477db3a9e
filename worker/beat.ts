/**
 * Does `work` again and again, `every` milliseconds after it last ended, so that it never overlaps itself.
 * `close` waits for the work that is under way.
 */
export const createBeat = (
  every: number,
  work: () => Promise<void>,
  onFault: (fault: unknown) => void,
) => {
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const beat = (): void => {
    running = work()
      .catch(onFault)
      .finally(() => {
        if (!isClosed) timer = setTimeout(beat, every)
      })
  }
  timer = setTimeout(beat, every)

  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}
