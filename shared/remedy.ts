const name = 'Remedy'

/** What a person can mend. Its message says all that there is to know, so it is told without a stack; setup knows it by the same name. */
export const createRemedy = (message: string): Error => Object.assign(new Error(message), { name })

export const isRemedy = (fault: unknown): fault is Error =>
  fault instanceof Error && fault.name === name
