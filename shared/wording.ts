/** What is wrong with a line that was about to be said. */
type WordingFault =
  | 'ever-without-a-table'
  | 'since-before-the-table'
  | 'majority-without-kind'
  | 'swing-in-per-cent'
  | 'swing-without-direction'
  | 'gain-without-from'

type Rule = { readonly fault: WordingFault; readonly breaks: (sentence: string) => boolean }

const superlative = /\b(largest|smallest|highest|lowest|biggest|safest|narrowest)\b/i
const directed = /\b(from .+ to |to (?:the )?[A-Z]|[A-Z]\w+ to [A-Z]|between [A-Z].* and [A-Z])/

/** The almanac begins in 1945; a superlative may not reach behind it. */
const tableBegins = 1945

const rules: readonly Rule[] = [
  {
    fault: 'ever-without-a-table',
    breaks: (text) => /\b(ever|of all time|in history)\b/i.test(text),
  },
  {
    fault: 'since-before-the-table',
    breaks: (text) =>
      superlative.test(text) &&
      Number(/\bsince (\d{4})/.exec(text)?.[1] ?? tableBegins) < tableBegins,
  },
  {
    fault: 'majority-without-kind',
    breaks: (text) =>
      /\b\S*(largest|smallest|highest|lowest|biggest|narrowest) majority\b/i.test(text) &&
      !/\b(votes?|per cent)\b|%/.test(text),
  },
  {
    fault: 'swing-in-per-cent',
    breaks: (text) => /\bswing\b(?:[^,;.]|\.(?=\d))*\d(%| per cent)/i.test(text),
  },
  {
    fault: 'swing-without-direction',
    breaks: (text) =>
      /\bswing\b/i.test(text) && !directed.test(text) && !/\bGAIN from\b/.test(text),
  },
  {
    fault: 'gain-without-from',
    breaks: (text) => /\bGAIN\b/.test(text) && !/\bGAIN\b.*\bfrom\b/.test(text),
  },
]

/** Whether the desk's wording rules let a text be said. [WRD6] */
export const maySay = (text: string): boolean => lint(text).length === 0

/** Everything that the desk's wording rules refuse in a text; empty when it may be said. [WRD6] */
export const lint = (text: string): WordingFault[] => {
  const sentences = text.split(/(?<=[.;])\s+/)
  return rules.filter(({ breaks }) => sentences.some(breaks)).map(({ fault }) => fault)
}
