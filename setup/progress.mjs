/**
 * @typedef {object} Progress
 * @property {(text: string) => void} say prints one line that stays
 * @property {<T>(text: string, work: () => Promise<T>) => Promise<T>} during shows the text, with seconds, while the work runs
 */

const SHOWS_SECONDS_AFTER = 2

/**
 * Tells a person at a terminal what is happening now, on stderr so that stdout stays for `ready http://…`.
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Progress}
 */
export function createProgress(stream = process.stderr) {
  /** @type {Set<{ text: string, since: number }>} */
  const running = new Set()
  /** @type {NodeJS.Timeout | undefined} */
  let timer

  const redraw = () => {
    if (stream.isTTY) stream.write(`\r\x1b[K${statusLine([...running], stream.columns)}`)
  }

  const say = (/** @type {string} */ text) => {
    if (stream.isTTY) stream.write('\r\x1b[K')
    stream.write(`${text}\n`)
    redraw()
  }

  /** @type {Progress['during']} */
  const during = async (text, work) => {
    const entry = { text, since: Date.now() }
    running.add(entry)
    if (stream.isTTY) redraw()
    else stream.write(`${text} …\n`)
    timer ??= setInterval(redraw, 1000).unref()
    try {
      return await work()
    } finally {
      running.delete(entry)
      if (running.size === 0) {
        clearInterval(timer)
        timer = undefined
      }
      const elapsed = seconds(entry.since)
      if (elapsed >= SHOWS_SECONDS_AFTER) say(`${text}: ${elapsed} s`)
      else redraw()
    }
  }

  return { say, during }
}

/** @param {{ text: string, since: number }[]} running @param {number | undefined} columns */
function statusLine(running, columns) {
  const line = running
    .map(({ text, since }) => {
      const elapsed = seconds(since)
      return elapsed >= SHOWS_SECONDS_AFTER ? `${text} … ${elapsed} s` : `${text} …`
    })
    .join('; ')
  const width = columns || 80
  return line.length < width ? line : `${line.slice(0, width - 2)}…`
}

/** @param {number} since */
function seconds(since) {
  return Math.round((Date.now() - since) / 1000)
}
