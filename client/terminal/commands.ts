import { close } from './close.ts'
import { declare } from './declare.ts'
import { exits } from './exit.ts'
import { exportNight } from './export.ts'
import { nights } from './nights.ts'
import { open } from './open.ts'
import type { Command } from './order.ts'
import { replay } from './replay.ts'
import { watch } from './watch.ts'

const commandsByName: Readonly<Record<string, Command>> = {
  watch,
  nights,
  declare,
  open,
  close,
  replay,
  export: exportNight,
}

/** Runs the command that the first word names. [CLI1] */
export const runCommand: Command = async ([name = '', ...words], world) => {
  const command = commandsByName[name]
  if (command) return command(words, world)
  world.terminal.say(`There is no command “${name}”. npm run night -- help has them all.`)
  return exits.misread
}
