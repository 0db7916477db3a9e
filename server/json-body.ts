import { isUtf8 } from 'node:buffer'
import express, { type RequestHandler } from 'express'

/** Reads a body of JSON up to a size, "32kb"; throws what Express says where it is none, or is not UTF-8. [SEC5] */
export const jsonBody = (limit: string): RequestHandler =>
  express.json({
    limit,
    type: ['application/json', 'application/*+json'],
    // A form says what does not fit in it, a reader of JSON only that something does not.
    strict: false,
    verify: (_request, _response, bytes) => {
      if (!isUtf8(bytes)) throw new Error('The body is not UTF-8')
    },
  })
