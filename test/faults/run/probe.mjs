// Goes into a server's own process (`--import`) and writes, five times a second, what it holds and how long its event
// loop was kept from its next turn.
import { appendFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const { PROBE_FILE: file = '', PROBE_ROLE: role = '' } = process.env
const nanosecondsInOne = 1e6
const every = 200
const resolution = 10
const delay = monitorEventLoopDelay({ resolution })
delay.enable()

const probe = () => {
  const head = { t: Date.now(), pid: process.pid, role }
  const lag = Math.max(0, delay.max / nanosecondsInOne - resolution)
  delay.reset()
  const { user, system } = process.cpuUsage()
  const lines = [
    { ...head, kind: 'memory', bytes: process.memoryUsage.rss() },
    { ...head, kind: 'loop', lag, cpu: (user + system) / 1000 },
  ]
  appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
setInterval(probe, every).unref()
