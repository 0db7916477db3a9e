/** What was done, how long it took and what was seen; `failed` where it was not as it has to be. */
export type Step = {
  readonly name: string
  readonly milliseconds: number
  readonly seen: string
  readonly isKept: boolean
}

/** Takes steps one after another and writes each down, also the one that fails and ends the walk. */
export const createSteps = (now: () => number) => {
  const steps: Step[] = []
  return {
    steps: steps as readonly Step[],
    step: async (name: string, work: () => Promise<string>): Promise<void> => {
      const begun = now()
      const write = (seen: string, isKept: boolean): void =>
        void steps.push({ name, milliseconds: Math.round(now() - begun), seen, isKept })
      try {
        write(await work(), true)
      } catch (fault) {
        write(fault instanceof Error ? fault.message : String(fault), false)
        throw fault
      }
    },
  }
}
export type Take = ReturnType<typeof createSteps>['step']

export const table = (steps: readonly Step[]): string =>
  steps
    .map(
      ({ name, milliseconds, seen, isKept }, place) =>
        `${String(place + 1).padStart(2)} ${name.padEnd(52)} ${String(milliseconds).padStart(6)} ms  ${isKept ? '' : 'FAILED: '}${seen}\n`,
    )
    .join('')
