import { exampleText, type Operation } from './document.ts'

/** What somebody has filled in: values by parameter, the body as it stands. */
type Filled = {
  readonly values: Readonly<Record<string, string>>
  readonly body: string
  readonly token: string
}

export type Wanted = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** The body that the contract shows, to begin with. */
export const bodyOf = ({ requestBody }: Operation): string => {
  const [content] = Object.values(requestBody?.content ?? {})
  return content ? exampleText(content.example) : ''
}

export const valuesOf = ({ parameters = [] }: Operation): Record<string, string> =>
  Object.fromEntries(parameters.map(({ name, example = '' }) => [name, example]))

/** The request that was filled in; what was left empty is not sent. */
export const requestOf = (operation: Operation, { values, body, token }: Filled): Wanted => {
  const { parameters = [], method, requestBody } = operation
  const filled = parameters.flatMap(({ name, in: where }) => {
    const value = values[name]?.trim() ?? ''
    return value === '' ? [] : [{ name, where, value }]
  })
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(values[name]?.trim() ?? ''),
  )
  const query = new URLSearchParams(
    filled.filter(({ where }) => where === 'query').map(({ name, value }) => [name, value]),
  ).toString()
  const headers = filled.filter(({ where }) => where === 'header')
  return {
    method: method.toUpperCase(),
    path: query === '' ? path : `${path}?${query}`,
    headers: {
      ...(token !== '' && { Authorization: `Bearer ${token}` }),
      ...(requestBody && { 'Content-Type': 'application/json' }),
      ...Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    },
    body: requestBody ? body : null,
  }
}

/** Whether nothing is changed by it. */
export const isRead = ({ method }: Operation): boolean => method === 'get'

const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The same for a shell. The token stays out of it: it is read from TOKEN. */
export const curlOf = ({ method, path, headers, body }: Wanted, origin: string): string => {
  const head = Object.entries(headers).map(([name, value]) =>
    name === 'Authorization'
      ? '-H "Authorization: Bearer $TOKEN"'
      : `-H ${shellQuoted(`${name}: ${value}`)}`,
  )
  const isStream = headers['Accept'] === 'text/event-stream'
  const parts = [
    `curl${isStream ? ' -N' : ''}${method === 'GET' ? '' : ` -X ${method}`}`,
    ...head,
    ...(body === null ? [] : [`-d ${shellQuoted(body)}`]),
    shellQuoted(origin + path),
  ]
  return parts.join(' \\\n  ')
}
