/** A call as a page writes it for a shell, and what stands below it: the status, then the body. */
export type PageExample = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly status: number
  readonly answer: string
}

/** Every example of a page; a call without an answer below it is a fault of the page. */
export const examplesIn = (page: string): PageExample[] => {
  const calls = page.match(/^```sh$/gm) ?? []
  const pairs = [...page.matchAll(/^```sh\n([^`]*)\n```\n\n```\n(\d{3})\n([^`]*)\n```$/gm)]
  if (pairs.length !== calls.length) throw new Error('a call on the page has no answer below it')
  return pairs.map(([, call = '', status = '', answer = '']) => ({
    ...callIn(call),
    status: Number(status),
    answer,
  }))
}

/** The words of a shell's line, without their quotation marks. */
const wordsOf = (line: string): string[] =>
  [...line.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  )

const callIn = (line: string) => {
  const [program, ...words] = wordsOf(line)
  if (program !== 'curl') throw new Error(`an example begins with ${program}`)
  const after = (flag: string): string[] =>
    words.flatMap((word, place) => (words[place - 1] === flag ? [word] : []))
  const body = after('-d')[0] ?? null
  return {
    method: after('-X')[0] ?? (body === null ? 'GET' : 'POST'),
    path: (words.at(-1) ?? '').replace('http://127.0.0.1:3000', ''),
    headers: Object.fromEntries(after('-H').map((header) => header.split(/: /, 2))),
    body,
  }
}
