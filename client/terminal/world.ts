/** What a command has of the machine that it runs on. */
export type World = {
  /** Where the house is, unless --url says so. */
  readonly url: string
  readonly deskToken: string | null
  readonly viewToken: string | null
  /** The desk's token of the house whose data folder is here; null where there is none that may be read. */
  readonly ownToken: () => Promise<string | null>
  /** A path as the person means it who stands in some folder. */
  readonly path: (name: string) => string
  readonly readAll: () => Promise<string>
  readonly clock: { readonly now: () => number }
  readonly sleep: (milliseconds: number) => Promise<void>
  /** The person wants no more of it. */
  readonly stopped: AbortSignal
  readonly terminal: Terminal
}

export type Terminal = {
  /** To stdout: what was asked for. */
  readonly print: (text: string) => void
  /** To stderr, one line: what a person should know beside it. */
  readonly say: (line: string) => void
  /** Of stdout, in bits; 1 where it is no terminal or colours are not wanted. */
  readonly colours: number
  /** Letters in a line of stdout; null where it is no terminal. */
  readonly width: number | null
}
