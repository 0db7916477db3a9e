import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { z } from 'zod'
import { exits, type Exit } from './exit.ts'
import { createHouse, type House } from './house.ts'
import type { World } from './world.ts'
import type { Wanted } from './wanted.ts'

type Reading<Schema> = {
  readonly name: string
  /** What the words without a dash are, in their order. */
  readonly places: readonly string[]
  readonly options?: NonNullable<ParseArgsConfig['options']>
  readonly schema: Schema
}

export type Command = (words: readonly string[], world: World) => Promise<Exit>

/** A command that reads its words, finds the house, and does what it does. */
export const createCommand =
  <Schema extends z.ZodType<Wanted>>(
    reading: Reading<Schema>,
    run: (order: z.infer<Schema>, parts: { house: House; world: World }) => Promise<Exit>,
  ): Command =>
  async (words, world) => {
    const read = orderIn(reading, words)
    if ('fault' in read) {
      world.terminal.say(`${read.fault}\n\nnpm run night -- ${reading.name} --help says how.`)
      return exits.misread
    }
    const url = read.order.url ?? world.url
    if (!URL.canParse(url)) {
      world.terminal.say(`PORT is no port: ${url} is no address. Set it to a number up to 65535.`)
      return exits.misread
    }
    const house = await createHouse(url, world)
    return run(read.order, { house, world })
  }

type Read<Order> = { readonly order: Order } | { readonly fault: string }

const common = { url: { type: 'string' }, json: { type: 'boolean' } } as const

const orderIn = <Schema extends z.ZodType>(
  { places, options, schema }: Reading<Schema>,
  words: readonly string[],
): Read<z.infer<Schema>> => {
  try {
    const config = { args: [...words], options: { ...common, ...options } } as const
    const { values, positionals } = parseArgs({ ...config, allowPositionals: true })
    const stray = positionals[places.length]
    if (stray !== undefined) return { fault: `“${stray}” is one word too many.` }
    const named = Object.fromEntries(positionals.map((word, place) => [places[place], word]))
    const parsed = schema.safeParse({ ...named, ...values })
    return parsed.success ? { order: parsed.data } : { fault: faultWords(parsed.error) }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

const faultWords = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) =>
      message.endsWith('received undefined')
        ? `<${path.join('.')}> is missing.`
        : `${path.join('.')}: ${message}`,
    )
    .join('\n')
