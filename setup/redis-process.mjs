import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLibraries } from './cache.mjs'
import { lastLines } from './command.mjs'
import { isNobodyThere } from './ownership.mjs'

/**
 * However Node ends, its end of the pipe at descriptor 3 closes, and then Redis is told to finish in order.
 * A kill -9 of Node leaves it no chance to do so itself.
 */
const WATCHDOG = `
"$@" 3<&- & server=$!
exec 2>/dev/null
{ read -r _ <&3; kill -TERM "$server"; } & watch=$!
wait "$server"; code=$?
kill "$watch"
exit "$code"`

/**
 * @typedef {object} RedisProcess
 * @property {Promise<string>} ended resolves with how it ended
 * @property {() => boolean} isRunning
 * @property {() => void} stop tells it to finish in order
 */

/**
 * @typedef {object} RedisOptions
 * @property {string} binary
 * @property {string | undefined} [libraryPath]
 * @property {boolean | undefined} [debug] allows the DEBUG command, for tests; needs Redis 7
 */

/**
 * Starts one Redis server, which ends with this process however that ends.
 * @param {RedisOptions} options
 * @param {import('./redis-folder.mjs').ClaimedFolder} folder
 * @returns {RedisProcess}
 */
export function spawnRedis(options, folder) {
  const parameters = [
    '-c',
    WATCHDOG,
    'redis-watchdog',
    options.binary,
    ...settings(options, folder),
  ]
  const child = spawn('sh', parameters, {
    // A group of its own: Ctrl-C at the terminal reaches Node first, and Redis when Node says so.
    detached: true,
    env: withLibraries(process.env, options.libraryPath),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const pipe = child.stdio[3]
  pipe?.on('error', () => undefined)
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text) => (complaint = lastLines(complaint + text)))
  let running = true
  const stop = () => pipe?.destroy()
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    const finish = (/** @type {string} */ how) => {
      running = false
      stop()
      resolve(how)
    }
    child.on('error', (error) => finish(error.message))
    child.on('exit', (code, signal) => finish(`${describe(code ?? signal)}\n${complaint}`.trim()))
  })
  return { ended, isRunning: () => running, stop }
}

/** @param {RedisOptions} options @param {import('./redis-folder.mjs').ClaimedFolder} folder */
function settings({ debug }, { dir, socketPath, logPath }) {
  const values = {
    port: '0',
    unixsocket: socketPath,
    unixsocketperm: '700',
    dir,
    logfile: logPath,
    daemonize: 'no',
    appendonly: 'yes',
    appendfsync: 'always',
    'aof-load-truncated': 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    ...(debug ? { 'enable-debug-command': 'yes' } : {}),
  }
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, value])
}

/** @param {number | string | null} ending */
function describe(ending) {
  const signal = { 137: 'SIGKILL', 143: 'SIGTERM', 139: 'SIGSEGV', 134: 'SIGABRT' }[String(ending)]
  if (signal) return `ended by ${signal}`
  return typeof ending === 'number' ? `ended with code ${ending}` : `lost its watchdog by ${ending}`
}

/**
 * Sends one command and gives the start of the answer; undefined when nobody listens.
 * @param {string} socketPath
 * @param {string} [command]
 * @returns {Promise<string | undefined>}
 */
export function askRedis(socketPath, command = 'PING') {
  return new Promise((resolve) => {
    const socket = connect(socketPath, () => socket.write(`${command}\r\n`))
    socket.setEncoding('utf8').setTimeout(1000, () => {
      resolve('')
      socket.destroy()
    })
    socket.on('data', (text) => {
      resolve(String(text))
      socket.destroy()
    })
    socket.on('error', (error) => resolve(isNobodyThere(error) ? undefined : ''))
    socket.on('close', () => resolve(''))
  })
}

/**
 * Waits until a server that an earlier run left has gone, and tells it to go when it does not by itself.
 * @param {string} socketPath
 * @param {number} deadline milliseconds
 */
export async function untilSilent(socketPath, deadline) {
  const since = Date.now()
  while ((await askRedis(socketPath)) !== undefined) {
    const waited = Date.now() - since
    if (waited > deadline) return false
    if (waited > deadline / 5) await askRedis(socketPath, 'SHUTDOWN')
    await sleep(50)
  }
  return true
}

/**
 * Waits until a server takes commands; false when it ended before.
 * @param {RedisProcess} server
 * @param {string} socketPath
 */
export async function untilReady(server, socketPath) {
  while (server.isRunning()) {
    const answer = await askRedis(socketPath)
    if (answer?.startsWith('+PONG')) return true
    await sleep(answer === undefined ? 5 : 50)
  }
  return false
}
