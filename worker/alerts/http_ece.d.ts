/** The one thing of http_ece that is used here; the package has no types of its own. */
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  const ece: {
    readonly decrypt: (
      body: Buffer,
      parameters: {
        readonly version: 'aes128gcm'
        readonly privateKey: ECDH
        readonly authSecret: string
      },
    ) => Buffer
  }
  export = ece
}
