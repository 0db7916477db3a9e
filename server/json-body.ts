import { isUtf8 } from 'node:buffer'
import { createRemedy } from '@night/shared/remedy'
import express, { type RequestHandler } from 'express'
import { namedTwice } from './named-twice.ts'

/**
 * Reads a body of JSON up to a size, "32kb"; throws what Express says where it is none, or is not UTF-8, and a remedy
 * where an object has a name twice. [SEC5]
 */
export const jsonBody = (limit: string): RequestHandler =>
  express.json({
    limit,
    type: ['application/json', 'application/*+json'],
    // A form says what does not fit in it, a reader of JSON only that something does not.
    strict: false,
    // oxlint-disable-next-line max-params -- Express hands the encoding over as the fourth
    verify: (_request, _response, bytes, encoding) => {
      if (encoding !== 'utf-8' || !isUtf8(bytes)) throw new Error('The body is not UTF-8')
      const name = namedTwice(bytes.toString())
      if (name !== null) throw createRemedy(twice(name))
    },
  })

const twice = (name: string): string =>
  `“${name.slice(0, 50)}” is there twice in one object. Nothing was taken from it; send each name once.`
