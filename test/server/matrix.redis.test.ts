import type { Declaration } from '@night/shared/declaration'
import { expect, test } from 'vitest'
import type { Call } from '../support/call.ts'
import { openHouse, openServer } from '../support/house.ts'
import {
  declarationOf,
  isResult,
  october,
  recordedLog,
  resultToDeclaration,
  tamworth,
} from '../support/night.ts'
import { present } from '../support/present.ts'

const election = '2024-07-04-general-election'
const many = 12

/** The first that declared that night, each as it was read out. */
const firstDeclarations = async (): Promise<Declaration[]> =>
  (await recordedLog(election)).filter(isResult).slice(0, many).map(resultToDeclaration)

test('[SEC11] of twelve officers each declares the one seat that is its own, and none of the eleven others', async () => {
  const { call, desk } = await openHouse()
  const night = await desk.open(election)
  const path = `/api/nights/${night}/declarations`
  const declarations = await firstDeclarations()
  const seats = declarations.map(({ constituency }) => constituency)
  expect(new Set(seats).size).toBe(many)
  const officers = await Promise.all(
    seats.map((seat) =>
      desk.officer({ name: `Hall of ${seat}`, nights: [night], constituencies: [seat] }),
    ),
  )
  const statuses = await Promise.all(
    officers.map(({ token }) =>
      Promise.all(
        declarations.map(async (body) => (await call.as(token)('POST', path, body)).status),
      ),
    ),
  )
  expect(statuses).toEqual(
    seats.map((_seat, row) => seats.map((_other, column) => (row === column ? 202 : 403))),
  )
  const published = (await desk.reached(night, many + 1)).filter(isResult)
  const senders = published.map(({ constituency, by }) => [constituency.id, by])
  expect(Object.fromEntries(senders)).toEqual(
    Object.fromEntries(officers.map(({ id }, place) => [seats[place], id])),
  )
})

/** Posts the same again and again, ever after one answer the next, until the token is refused. */
const keepPosting = (call: Call, path: string, body: object) => {
  const answers: { readonly askedAt: number; readonly status: number }[] = []
  const post = async (): Promise<void> => {
    const askedAt = performance.now()
    const { status } = await call('POST', path, body)
    answers.push({ askedAt, status })
    if (status !== 401) await post()
  }
  return { answers, ended: post() }
}

test('[SEC12] a revoked token is refused on a second server within a second, and not once taken after that', async () => {
  const { desk, call, environment } = await openHouse()
  const elsewhere = await openServer(environment)
  const night = await desk.open(october)
  const scope = { name: 'Hall', nights: [night], constituencies: [tamworth] }
  const { id, token } = await desk.officer(scope)
  const path = `/api/nights/${night}/declarations`
  const body = await declarationOf(october, tamworth)
  expect((await elsewhere.call.as(token)('POST', path, body)).status).toBe(202)
  const poster = keepPosting(elsewhere.call.as(token), path, body)
  expect((await call('DELETE', `/api/officers/${id}`)).status).toBe(204)
  const revokedAt = performance.now()
  await poster.ended
  const before = poster.answers.filter(({ status }) => status !== 401)
  // Who posts so fast may come to the end of what a minute allows before it is revoked.
  expect(before.every(({ status }) => status === 202 || status === 429)).toBe(true)
  expect(before.every(({ askedAt }) => askedAt < revokedAt)).toBe(true)
  expect(present(poster.answers.at(-1)).status).toBe(401)
  expect((await call.as(token)('POST', path, body)).status).toBe(401)
})
