import type { Table } from '@night/shared/records/facts'
import type { Recordings } from '../recordings.ts'
import { asyncApi } from './asyncapi.ts'
import { exampleNight, examplesOf } from './examples.ts'
import { openApi } from './openapi.ts'
import { toYaml } from './yaml.ts'

type Parts = { readonly recordings: Recordings; readonly table: Table }

/** Both contracts as texts, with examples from the recorded night. */
export const makeContracts = async ({ recordings, table }: Parts) => {
  const night = await recordings.find(exampleNight)
  if (!night) throw new Error(`the examples are of ${exampleNight}, which is not there`)
  const examples = examplesOf({ night, table })
  return {
    openapi: `${JSON.stringify(openApi(examples))}\n`,
    asyncapi: `# Made by \`npm run contracts\` from the schemas; do not write in it.\n${toYaml(asyncApi(examples))}`,
  }
}
