import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readTable } from '../almanac.ts'
import { createRecordings } from '../recordings.ts'
import { asyncApiText, readExamples } from './made.ts'

const place = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const recordings = createRecordings([place('data/nights')])
const table = await readTable(place('data/almanac'))
const examples = await readExamples({ recordings, table })
await writeFile(place('docs/asyncapi.yaml'), asyncApiText(examples))
process.stdout.write('docs/asyncapi.yaml is what the schemas say\n')
