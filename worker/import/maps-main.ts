import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { nightFile, parseNight } from '@night/shared/recorded'
import { HexJson, hexesToMap, mapToText } from './maps.ts'

const { values } = parseArgs({
  options: {
    hexes: { type: 'string' },
    night: { type: 'string' },
    out: { type: 'string' },
  },
})
const { hexes, night, out } = values
if (hexes === undefined || night === undefined || out === undefined) {
  throw new Error('--hexes <hexjson> --night <folder of a night> --out <file>')
}

const { contests } = parseNight(await readFile(join(night, nightFile), 'utf8'))
const map = hexesToMap({
  map: basename(out, '.json'),
  hexes: HexJson.parse(JSON.parse(await readFile(hexes, 'utf8'))).hexes,
  contests,
})
await writeFile(out, mapToText(map))
process.stdout.write(`${out}: ${map.cells.length} cells\n`)
