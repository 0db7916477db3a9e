/** To the person at the terminal. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** One line that is written over; a terminal sees it move, a file sees nothing of it. */
export const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}

/** Runs a command to its exit code; what a person can mend is said without a stack. */
export const runCommand = async (run: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await run()
  } catch (fault) {
    progress('')
    say(fault instanceof Error ? fault.message : String(fault))
    process.exitCode = 1
  }
}
