import { readFile } from 'node:fs/promises'
import { parseOrder } from './order.ts'
import { type Parts, rehearse } from './rehearse.ts'
import { isClean } from './score.ts'
import { scoreTable } from './score-words.ts'

type Terminal = Parts & { readonly print: (text: string) => void }

/** 0: it was done; 1: something went out that should not have; 2: it could not run, and it was said why. [RHS5] */
export const rehearsalCommand = async (
  words: readonly string[],
  dataFolder: string | undefined,
  terminal: Terminal,
): Promise<0 | 1 | 2> => {
  try {
    const { 'token-file': tokenFile, json, ...order } = parseOrder(words, dataFolder)
    const rehearsed = await rehearse({ ...order, token: await tokenIn(tokenFile) }, terminal)
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

const tokenIn = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (text.trim() !== '') return text.trim()
  throw new Error(
    `There is no desk token in ${file}. It is made when the house first starts; say where it is with --token-file.`,
  )
}
