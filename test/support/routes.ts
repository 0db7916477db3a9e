import type { Express } from 'express'
import { z } from 'zod'

const Layer = z.object({
  rawPath: z.unknown(),
  handle: z.unknown(),
  route: z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) }).nullish(),
})
const Stack = z.array(Layer)

/** Every route of an app as "get /api/nights/{night}", read from where Express keeps them. */
export const routesOf = (app: Express): string[] => routesIn(app.router, '')

const routesIn = (router: unknown, before: string): string[] => {
  // A router is a function, which no schema looks into.
  const read = Stack.safeParse(Reflect.get(Object(router), 'stack'))
  if (!read.success) return []
  return read.data.flatMap(({ route, rawPath, handle }) => {
    if (!route) {
      const place = typeof rawPath === 'string' && rawPath !== '/' ? rawPath : ''
      return routesIn(handle, before + place)
    }
    const path = (before + route.path).replaceAll(/:(\w+)/g, '{$1}')
    return Object.keys(route.methods).map((method) => `${method} ${path}`)
  })
}
