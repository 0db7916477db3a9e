import { runCommand } from './commands.ts'
import { worldOf } from './environment.ts'
import { exits } from './exit.ts'

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
// Whoever reads has had enough: "night watch … | head".
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(exits.done)
  process.stderr.write(`It could not be written (${fault.message}).\n`)
  process.exit(exits.fault)
})

try {
  process.exitCode = await runCommand(process.argv.slice(2), worldOf(process, stopped.signal))
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  process.exitCode = exits.fault
}
