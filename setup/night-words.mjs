/**
 * @typedef {object} CommandWords
 * @property {string} usage behind `npm run night -- `
 * @property {string} does one line
 * @property {string} example behind `npm run night -- `
 * @property {readonly string[]} [more] what a person has to know beside it
 */

/** Every command, in the order of a night. @type {Readonly<Record<string, CommandWords>>} */
export const wordsByCommand = {
  nights: {
    usage: 'nights',
    does: 'the nights of the house, one a line',
    example: 'nights',
  },
  watch: {
    usage: 'watch <night> [--seat <gss>]… [--party <id>]… [--gains]',
    does: 'what is said on a night as it is said, from its beginning to its end',
    example: 'watch 2023-10-19-by-elections',
    more: ['With --json one event a line. Ctrl-C ends it.'],
  },
  declare: {
    usage: 'declare <night> <file.json>',
    does: 'sends a declaration, and says what became of it',
    example: 'declare my-rehearsal tamworth.json',
    more: ['“-” reads it from stdin. Sending the same again changes nothing.'],
  },
  open: {
    usage: 'open <id> --from <recorded night> [--mode rehearsal|live]',
    does: 'opens a night from what was known of a recorded one before its polls closed',
    example: 'open my-rehearsal --from 2023-10-19-by-elections',
    more: ['Without --mode it is a rehearsal. A live night waits until two people have armed it.'],
  },
  close: {
    usage: 'close <night>',
    does: 'says that a night is over',
    example: 'close my-rehearsal',
  },
  replay: {
    usage: 'replay <night> --speed <n>|max [--from <time>]',
    does: 'plays a recorded night again, for everyone',
    example: 'replay 2023-10-19-by-elections --speed 60 --from 2023-10-20T02:40:00+01:00',
    more: ['--speed is night seconds a second. It prints the name of the night that it plays in.'],
  },
  export: {
    usage: 'export <night> --form csv|ndjson|json|atom|ics [--out <file>]',
    does: 'a night for other programs: results, the whole log, the board, a feed, a calendar',
    example: 'export 2023-10-19-by-elections --form ndjson --out night.ndjson',
  },
  rehearse: {
    usage: 'rehearse --night <recorded night> --scenario <name> […]',
    does: 'sends a scenario of a recorded night through the front door, and scores it',
    example: 'rehearse --night 2023-10-19-by-elections --scenario bad-data',
    more: ['1: something went out that should not have; 2: it could not run.'],
  },
  verify: {
    usage: 'verify <night, or a file>',
    does: 'whether a log is whole',
    example: 'verify 2023-10-19-by-elections',
    more: ['1: it is not, or there is no such night.'],
  },
  take: {
    usage: 'take <night.ndjson, or the address of one> [--out <folder>]',
    does: 'takes in a night from another house as a recording',
    example: 'take night.ndjson',
    more: ['1: it has a fault, which is named.'],
  },
  import: {
    usage:
      'import --night <id> --date <yyyy-mm-dd> --constituencies <csv> --candidates <csv> --previous <csv> […]',
    does: 'makes a recorded night of official files',
    example:
      'import --night 2024-07-04-general-election --date 2024-07-04 --constituencies constituencies.csv --candidates candidates.csv --previous notional.csv',
    more: ['1: it is refused, with a table of why.'],
  },
  backup: {
    usage: 'backup [--out <folder>]',
    does: 'copies the house’s data while it runs',
    example: 'backup',
    more: ['1: it failed, or a log in it is not whole.'],
  },
  restore: {
    usage: 'restore <folder of a backup> [--data-dir <folder>]',
    does: 'puts a backup back while the house is stopped',
    example: 'restore var/backups/2024-07-05T05-00-00Z',
  },
}

/** Those that call a house over the network. */
const houseCommands = new Set(['nights', 'watch', 'declare', 'open', 'close', 'replay', 'export'])

const run = 'npm run night -- '

const forHouses = `--url <address>  where the house is; http://127.0.0.1:3000 or the PORT of this machine
--json           for programs: JSON on stdout, one object a line

The desk's token is DESK_TOKEN; for a house on this machine, else the one in DATA_DIR. Reading takes VIEW_TOKEN.
It ends with 0 done, 2 not understood, 3 held back for the desk, 4 refused, 5 nobody answers or nothing decided;
1 is a fault.
`

/** All commands, a line each. */
export function helpText() {
  const width = Math.max(...Object.keys(wordsByCommand).map((name) => name.length))
  const lines = Object.entries(wordsByCommand).map(
    ([name, { does }]) => `  ${name.padEnd(width)}  ${does}\n`,
  )
  return `${run}<command>\n\n${lines.join('')}\n${run}<command> --help has an example of each. Programs leave npm's own lines out: npm run -s night -- …\n\n${forHouses}`
}

/** @param {string} name @param {CommandWords} words */
export function helpOf(name, { usage, does, example, more = [] }) {
  const rest = houseCommands.has(name) ? `\n${forHouses}` : ''
  const facts = more.map((line) => `${line}\n`).join('')
  return `${run}${usage}\n\n${does[0]?.toUpperCase()}${does.slice(1)}.\n${facts}\n  ${run}${example}\n${rest}`
}
