import { inspect } from 'node:util'

const NAME = 'Remedy'

/**
 * An error for the person at the terminal: its message says what to do, so no stack is printed with it.
 * @param {string} message
 */
export function createRemedy(message) {
  const error = new Error(message)
  error.name = NAME
  return error
}

/**
 * Tells the person at the terminal: a remedy by its message alone, a fault with its stack.
 * @param {unknown} error
 */
export function reportError(error) {
  process.stderr.write(isRemedy(error) ? `\n${error.message}\n` : `${inspect(error)}\n`)
}

/**
 * Whether an error is one that its message explains in full.
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isRemedy(error) {
  return error instanceof Error && error.name === NAME
}
