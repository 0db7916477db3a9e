import type { Table } from '@night/shared/records/facts'
import type { Recordings } from '../recordings.ts'
import { asyncApi } from './asyncapi.ts'
import { exampleNight, type Examples, examplesOf } from './examples.ts'
import { openApi } from './openapi.ts'
import { toYaml } from './yaml.ts'

type Parts = { readonly recordings: Recordings; readonly table: Table }

/** The examples of both contracts, from the recorded night. */
export const readExamples = async ({ recordings, table }: Parts): Promise<Examples> => {
  const night = await recordings.find(exampleNight)
  if (!night) throw new Error(`the examples are of ${exampleNight}, which is not there`)
  return examplesOf({ night, table })
}

export const openApiText = (examples: Examples): string => `${JSON.stringify(openApi(examples))}\n`

export const asyncApiText = (examples: Examples): string =>
  `# Made by \`npm run contracts\` from the schemas; do not write in it.\n${toYaml(asyncApi(examples))}`
