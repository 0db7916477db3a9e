import { plural } from '@night/shared/figures'
import type { ZodError } from 'zod'

type Issue = ZodError['issues'][number]

/** So many places, and names that are not known in one of them, are told; a body can hold thousands. */
const most = 3

/** Where the form is wrong, at most three places: "valid is missing; rejected is missing; and 2 more." [SEC5] */
export const formWords = (error: ZodError): string => {
  const places = error.issues.slice(0, most).map(issueWords)
  const more = error.issues.length - places.length
  return `${places.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
}

/** "valid is missing", "“votse” is not known here", "votes.3.votes has to be a whole number". */
const issueWords = (issue: Issue): string => {
  const place = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return unknownWords(issue.keys)
  if (issue.code === 'invalid_union') return unionWords(issue)
  if (issue.message.endsWith('received undefined')) {
    return place === ''
      ? 'nothing was sent as JSON; say so with Content-Type: application/json'
      : `${place} is missing`
  }
  const wanted = wantedBy(issue)
  if (wanted === null) return place === '' ? issue.message : `${place}: ${issue.message}`
  return `${place || 'what is sent'} has to be ${wanted}`
}

const unknownWords = (keys: readonly string[]): string => {
  const more = keys.length - most
  const named = some(keys.slice(0, most), ', ')
  return `${named}${more > 0 ? ` and ${more} more` : ''} is not known here`
}

type Union = Extract<Issue, { code: 'invalid_union' }>

/** What speaks against the form that comes nearest; against several that come as near, each once. */
const unionWords = ({ errors, message, path }: Union): string => {
  const least = Math.min(...errors.map((issues) => issues.length))
  const nearest = errors.filter((issues) => issues.length === least).flat()
  const words = nearest.map((issue) => issueWords({ ...issue, path: [...path, ...issue.path] }))
  return [...new Set(words)].join(', or ') || `${path.map(String).join('.')}: ${message}`
}

const some = (texts: readonly unknown[], between: string): string =>
  texts.map((text) => `“${String(text).slice(0, 40)}”`).join(between)

const nouns: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

const forms: Readonly<Record<string, string>> = {
  datetime: 'a time with its zone, like 2023-10-20T01:45:00.000Z',
  date: 'a date, like 2023-10-19',
}

/** What should stand there, in words; null where the form says it better itself. */
const wantedBy = (issue: Issue): string | null => {
  switch (issue.code) {
    case 'invalid_type':
      return nouns[issue.expected] ?? null
    case 'invalid_format':
      return forms[issue.format] ?? null
    case 'invalid_value':
      return some(issue.values, ' or ')
    case 'too_small':
      if (issue.inclusive === false) return `more than ${issue.minimum}`
      return `${amount(issue.minimum, issue.origin)} or more`
    case 'too_big':
      if (issue.inclusive === false) return `less than ${issue.maximum}`
      return `${amount(issue.maximum, issue.origin)} or less`
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return null
  }
}

const amount = (count: number | bigint, origin: string): string => {
  if (origin === 'string') return plural(Number(count), 'letter')
  if (origin === 'array') return `a list of ${plural(Number(count), 'item')}`
  return String(count)
}
