import { spawn } from 'node:child_process'

/**
 * @typedef {object} Outcome
 * @property {number} code 0 when all went well; 127 when there is no such program
 * @property {string} output what it wrote to stdout
 * @property {string} complaint what it wrote to stderr
 */

/**
 * Runs a program to its end and reports; it throws for nothing.
 * @param {readonly [string, ...string[]]} command the program and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] timeout in milliseconds
 * @returns {Promise<Outcome>}
 */
export function runCommand([program, ...parameters], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text))
    child.on('error', (error) => resolve({ code: 127, output, complaint: error.message }))
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        output,
        complaint: signal ? `${complaint}\nended by ${signal}` : complaint,
      }),
    )
  })
}

/**
 * The last lines of a program's output, for an error message.
 * @param {string} text
 * @param {number} [count]
 */
export function lastLines(text, count = 15) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
