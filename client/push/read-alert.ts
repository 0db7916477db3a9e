import type { AlertMessage } from '@night/shared/alert/message'

const texts = ['id', 'kind', 'night', 'tag', 'title', 'body', 'path', 'at'] as const

const isAlert = (value: unknown): value is AlertMessage => {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  return (
    texts.every((name) => typeof fields.get(name) === 'string') &&
    Number.isInteger(fields.get('seq'))
  )
}

/** The alert that a push carries; null where it cannot be read, which is no reason to show nothing. [ALR62] */
export const readAlert = (text: string | undefined): AlertMessage | null => {
  if (text === undefined) return null
  try {
    const value: unknown = JSON.parse(text)
    return isAlert(value) ? value : null
  } catch {
    return null
  }
}
