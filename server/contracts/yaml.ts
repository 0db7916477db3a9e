/** Texts that YAML reads as a text without quotation marks. */
const plain = /^[A-Za-z_$][\w$./ ,’“”–…-]*$/
const notText = /^(true|false|null|yes|no|on|off|y|n)$/i

const scalar = (value: unknown): string =>
  typeof value === 'string' && plain.test(value) && !notText.test(value) && !value.endsWith(' ')
    ? value
    : JSON.stringify(value)

const isEmpty = (value: object): boolean => Object.keys(value).length === 0

const lines = (value: unknown): string[] => {
  if (value === null || typeof value !== 'object' || isEmpty(value)) return [scalar(value)]
  if (Array.isArray(value)) {
    return value.flatMap((item) =>
      lines(item).map((line, at) => `${at === 0 ? '- ' : '  '}${line}`),
    )
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = lines(inner)
    const isBlock = typeof inner === 'object' && inner !== null && !isEmpty(inner)
    return isBlock
      ? [`${scalar(key)}:`, ...below.map((line) => `  ${line}`)]
      : [`${scalar(key)}: ${below[0] ?? ''}`]
  })
}

/** Plain data as YAML 1.2, a line a fact; the same data is the same text. */
export const toYaml = (value: unknown): string => `${lines(value).join('\n')}\n`
