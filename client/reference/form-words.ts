import type { Form } from './document.ts'

const nameOf = ({ $ref }: Form): string | undefined => $ref?.split('/').at(-1)

const or = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`

const quoted = (value: unknown): string =>
  typeof value === 'string' ? `“${value}”` : String(value)

const isNothing = ({ type, const: only }: Form): boolean => type === 'null' || only === null

/** What a value of this form is, in a few words: "whole number, 0 or more", "list of Candidate, at least 1". */
export const formWords = (form: Form): string => {
  const name = nameOf(form)
  if (name !== undefined) return name
  if (form.const !== undefined) return `always ${quoted(form.const)}`
  if (form.enum) return or(form.enum.map(quoted))
  const choices = form.anyOf ?? form.oneOf
  if (choices) {
    const some = choices.filter((one) => !isNothing(one)).map(formWords)
    const words = [...new Set(some)]
    return or(some.length < choices.length ? [...words, 'null'] : words)
  }
  return plainWords(form)
}

const plainWords = (form: Form): string => wordsByType[form.type ?? '']?.(form) ?? 'anything'

const wordsByType: Readonly<Record<string, (form: Form) => string>> = {
  string: (form) => textWords(form),
  integer: (form) => `whole number${rangeWords(form)}`,
  number: (form) => `number${rangeWords(form)}`,
  boolean: () => 'true or false',
  null: () => 'null',
  array: (form) => `list of ${formWords(form.items ?? {})}${countWords(form)}`,
  object: ({ additionalProperties: rest }) =>
    typeof rest === 'object' ? `${formWords(rest)} by key` : 'object',
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'time, ISO 8601',
  date: 'day, yyyy-mm-dd',
  uri: 'address',
}

const textWords = ({ format, pattern, minLength, maxLength }: Form): string => {
  const kind = formats[format ?? ''] ?? 'text'
  if (kind === 'text' && pattern !== undefined) return `text, ${pattern}`
  if (maxLength !== undefined) return `${kind}, at most ${maxLength} letters`
  return minLength === undefined ? kind : `${kind}, not empty`
}

const figure = (value: number): string => value.toLocaleString('en-GB')

const rangeWords = ({ minimum, maximum, exclusiveMinimum }: Form): string => {
  if (exclusiveMinimum !== undefined) {
    return `, above ${figure(exclusiveMinimum)}${maximum === undefined ? '' : `, at most ${figure(maximum)}`}`
  }
  if (minimum !== undefined && maximum !== undefined)
    return `, ${figure(minimum)} to ${figure(maximum)}`
  if (minimum !== undefined) return `, ${figure(minimum)} or more`
  return maximum === undefined ? '' : `, at most ${figure(maximum)}`
}

const countWords = ({ minItems, maxItems }: Form): string => {
  if (minItems !== undefined && maxItems !== undefined) return `, ${minItems} to ${maxItems}`
  if (minItems !== undefined) return `, at least ${minItems}`
  return maxItems === undefined ? '' : `, at most ${maxItems}`
}

/** What is inside of it, where that is worth opening: an object's parts, a list's rows, choices among objects. */
export const innerForms = (form: Form): readonly Form[] => {
  if (form.type === 'array' && form.items) return innerForms(form.items)
  const choices = form.anyOf ?? form.oneOf
  if (choices) return choices.flatMap(innerForms)
  if (typeof form.additionalProperties === 'object') return innerForms(form.additionalProperties)
  return form.$ref !== undefined || form.properties ? [form] : []
}
