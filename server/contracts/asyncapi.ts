import type { Examples } from './examples.ts'
import { formsByName, type Json } from './forms.ts'
import { messagesOf } from './messages.ts'
import { groupedBy } from './grouped.ts'

const channels = {
  screens: {
    address: '/',
    title: 'Screens, over Socket.IO',
    description:
      'Default namespace and path. A screen says in the handshake’s `auth` which night it follows and what it holds already; it is sent what it has missed, then what comes: no gap, no repeat, in order. After the handshake it only listens.',
    servers: [{ $ref: '#/servers/screens' }],
  },
  events: {
    address: '/api/nights/{night}/events',
    title: 'Live events, over HTTP (server-sent events)',
    description:
      'With `Accept: text/event-stream`. `id:` is the seq; `Last-Event-ID` goes on where a reader stood: a seq, or seq and hash, “7-3f9a…”, to notice a log that was put back.',
    servers: [{ $ref: '#/servers/events' }],
    parameters: {
      night: { description: 'The night’s id.', examples: ['2023-10-19-by-elections'] },
    },
  },
} as const

const info = {
  title: 'Results Night: what is pushed',
  version: '0.1.0',
  description:
    'What a newsroom’s own programs may rely on beside HTTP (`/api/openapi.json`). Made from the schemas of the house by `npm run contracts`.',
  license: { name: 'MIT' },
}

const servers = {
  screens: {
    host: 'localhost:3000',
    pathname: '/socket.io/',
    protocol: 'ws',
    description: 'Socket.IO 4, by WebSocket or long polling.',
  },
  events: { host: 'localhost:3000', protocol: 'http', description: 'The HTTP side.' },
}

/** What is pushed to screens and programs, as AsyncAPI 3.0. */
export const asyncApi = (examples: Examples): Json => {
  const messages = messagesOf(examples)
  const byChannel = groupedBy(messages, ({ channel }) => channel)
  const forms = formsByName('draft-07')
  return {
    asyncapi: '3.0.0',
    info,
    defaultContentType: 'application/json',
    servers,
    channels: Object.fromEntries(
      [...byChannel].map(([name, some]) => [
        name,
        {
          ...channels[name],
          messages: Object.fromEntries(
            some.map(({ id }) => [id, { $ref: `#/components/messages/${id}` }]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      messages.map(({ id, channel, action, message }) => [
        `${action}${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
        {
          action,
          channel: { $ref: `#/channels/${channel}` },
          summary: message.summary,
          messages: [{ $ref: `#/channels/${channel}/messages/${id}` }],
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(messages.map(({ id, message }) => [id, message])),
      schemas: spokenOf(messages, forms),
    },
  }
}

/** The forms that something refers to, and those that these refer to. */
const spokenOf = (from: unknown, forms: Readonly<Record<string, unknown>>): Json => {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(
      /"#\/components\/schemas\/([\w.-]+)"/g,
    )) {
      if (found.has(name)) continue
      found.add(name)
      look(forms[name])
    }
  }
  look(from)
  return Object.fromEntries(Object.entries(forms).filter(([name]) => found.has(name)))
}
