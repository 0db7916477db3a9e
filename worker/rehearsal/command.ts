import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isThisMachine } from '@night/shared/this-machine'
import { parseOrder } from './order.ts'
import { type Parts, rehearse } from './rehearse.ts'
import { isClean } from './score.ts'
import { scoreTable } from './score-words.ts'

type Terminal = Parts & { readonly print: (text: string) => void }

/** 0: it was done; 1: something went out that should not have, or was not decided; 2: it could not run, and it was said why. [RHS5] */
export const rehearsalCommand = async (
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<0 | 1 | 2> => {
  try {
    const { 'token-file': tokenFile, json, ...order } = parseOrder(words, environment)
    const token = await (tokenFile ? tokenIn(tokenFile) : ownToken(order.url, environment))
    const rehearsed = await rehearse({ ...order, token }, terminal)
    const { night, title, nameById, score } = rehearsed
    const { scenario, seed } = order
    const all = { mode: 'rehearsal', night, of: order.night, scenario, seed, ...score }
    terminal.progress('')
    terminal.print(
      json
        ? `${JSON.stringify(all)}\n`
        : scoreTable(score, { title: `${scenario}, ${title}`, nameById }),
    )
    return isClean(score) ? 0 : 1
  } catch (fault) {
    terminal.progress('')
    terminal.say(fault instanceof Error ? fault.message : String(fault))
    return 2
  }
}

/** The desk's token as everywhere at a terminal: the one in the data folder is sent to no other machine. [CLI3] */
const ownToken = async (
  url: string,
  { DESK_TOKEN, DATA_DIR }: NodeJS.ProcessEnv,
): Promise<string> => {
  if (DESK_TOKEN) return DESK_TOKEN
  if (isThisMachine(new URL(url).hostname)) return tokenIn(join(DATA_DIR || './var', 'desk-token'))
  throw new Error(
    `The token of this machine’s house is not sent to ${url}. Put that house’s into DESK_TOKEN, or name a file that has it with --token-file.`,
  )
}

const tokenIn = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (text.trim() !== '') return text.trim()
  throw new Error(
    `There is no desk token in ${file}. It is made when the house first starts; say where it is with --token-file, or put it into DESK_TOKEN.`,
  )
}
