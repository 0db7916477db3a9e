import { createECDH, randomBytes } from 'node:crypto'
import type { PushSubscription } from '@night/shared/alert/subscription'
import ece from 'http_ece'

/** What a browser keeps to itself. */
type Secrets = { readonly privateKey?: string; readonly auth?: string }

export type PushDevice = {
  readonly keys: PushSubscription['keys']
  /** The text of an encrypted push; throws where it is not for this device. */
  readonly open: (body: Buffer) => string
}

/** The keys of a device that can be pushed to, and what it does with a push. RFC 8291 */
export const createPushDevice = ({
  privateKey,
  auth = randomBytes(16).toString('base64url'),
}: Secrets = {}): PushDevice => {
  const curve = createECDH('prime256v1')
  if (privateKey === undefined) curve.generateKeys()
  else curve.setPrivateKey(privateKey, 'base64url')
  return {
    keys: { p256dh: curve.getPublicKey('base64url'), auth },
    open: (body) =>
      ece
        .decrypt(body, { version: 'aes128gcm', privateKey: curve, authSecret: auth })
        .toString('utf8'),
  }
}
