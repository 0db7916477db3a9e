/**
 * The first name that one object in a text of JSON has twice; null where none has. A reader of JSON would take the last
 * of them and say nothing, and nobody knows which was meant. In one pass; what is no JSON is for the reader to say.
 */
export const namedTwice = (text: string): string | null => {
  /** Names so far of each object and list that is open, innermost last. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '{' || sign === '[') open.push(null)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === '"') {
      const end = endOf(text, at)
      const name = isName(text, end) ? plain(text.slice(at, end + 1)) : null
      if (name !== null && isThere(open, name)) return name
      at = end
    }
  }
  return null
}

/** Whether the innermost has that name already; it has it from now on. */
const isThere = (open: (Set<string> | null)[], name: string): boolean => {
  const names = open.at(-1) ?? new Set()
  if (names.has(name)) return true
  if (open.length > 0) open[open.length - 1] = names.add(name)
  return false
}

/** Where the text that begins at a quotation mark ends. */
const endOf = (text: string, begin: number): number => {
  let at = begin + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

const gap = /[ \t\r\n]/

const isName = (text: string, end: number): boolean => {
  let at = end + 1
  while (gap.test(text[at] ?? '')) at += 1
  return text[at] === ':'
}

/** As a reader of JSON has it: “v\u006ftes” is “votes”. */
const plain = (quoted: string): string | null => {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return null
  }
}
