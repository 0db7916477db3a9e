import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'express'

const compress = promisify(gzip)

/** Below this a reply is one packet or three either way. */
const worthIt = 4096

/** Sends a text, compressed off the event loop where the reader takes that: a general election's board is 2 MB. [FEED8] */
export const sendText = async (
  request: Request,
  response: Response,
  text: string,
): Promise<void> => {
  response.vary('Accept-Encoding')
  if (text.length < worthIt || request.acceptsEncodings('gzip') !== 'gzip') {
    response.send(text)
    return
  }
  const body = await compress(text, { level: 4 })
  response.set('Content-Encoding', 'gzip').send(body)
}
