import type { Wanted } from './request.ts'

/** What came back so far. */
export type Came = {
  readonly status: string
  readonly headers: string
  readonly body: string
  /** Whether more may come. */
  readonly isOpen: boolean
}

/** Letters of a body that are shown; a general election's board is 2 MB. */
const most = 200_000

/** Asks, and tells what has come each time more has; a stream goes on until it is stopped. */
export const send = async (
  { method, path, headers, body }: Wanted,
  signal: AbortSignal,
  tell: (came: Came) => void,
): Promise<void> => {
  try {
    const request = { method, headers, signal, cache: 'no-store' as const }
    const response = await fetch(path, body === null ? request : { ...request, body })
    const status = `${response.status} ${response.statusText}`.trim()
    const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const come = (text: string, isOpen: boolean) =>
      tell({ status, headers: head, body: text, isOpen })
    const text = await readText(response, (so) => come(so, true))
    come(type.endsWith('json') ? spaced(text) : text, false)
  } catch (fault) {
    if (signal.aborted) return
    const why = fault instanceof Error ? fault.message : String(fault)
    tell({ status: 'No answer', headers: '', body: why, isOpen: false })
  }
}

const readText = async (response: Response, tell: (text: string) => void): Promise<string> => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done = true, value = '' } = (await reader?.read()) ?? {}
    if (done) return text
    text += value
    if (text.length > most) {
      await reader?.cancel()
      return `${text.slice(0, most)}\n… and more, which is not shown.`
    }
    tell(text)
  }
}

/** JSON with a line for each fact; anything else as it came. */
const spaced = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
