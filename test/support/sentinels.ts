import { type RedisServer, startServer } from './redis-server.ts'
import { until } from './until.ts'

export const masterName = 'the-night'

/** Milliseconds after which a Sentinel thinks that a master is lost. In service five or ten seconds. */
const patience = 1000

const told = (info: string, name: string): string =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''

/** A master, two replicas and three Sentinels, each a process; ready once all know each other. */
export const openSentinels = async (folder: string, settings: readonly string[]) => {
  const master = await startServer(folder, settings)
  const replicaOf = [
    ...settings,
    `replicaof 127.0.0.1 ${master.port}`,
    'repl-diskless-sync-delay 0',
  ]
  const replicas = [await startServer(folder, replicaOf), await startServer(folder, replicaOf)]
  const watch = [
    `sentinel monitor ${masterName} 127.0.0.1 ${master.port} 2`,
    `sentinel down-after-milliseconds ${masterName} ${patience}`,
    `sentinel failover-timeout ${masterName} 6000`,
  ]
  const sentinels: RedisServer[] = []
  for (let count = 0; count < 3; count += 1)
    sentinels.push(await startServer(folder, watch, 'sentinel'))
  const servers = [master, ...replicas]
  await until('replicas follow', async () =>
    (await Promise.all(replicas.map(({ client }) => client.info('replication')))).every(
      (info) => told(info, 'master_link_status') === 'up',
    ),
  )
  // A replica counts for the master once it has said how far it is, which is after its link is up.
  await until('the master counts its replicas', async () => {
    const good = told(await master.client.info('replication'), 'min_slaves_good_slaves')
    return good === '' || good === '2'
  })
  await until('Sentinels know all', async () => {
    const infos = await Promise.all(sentinels.map(({ client }) => client.info('sentinel')))
    return infos.every((info) => /slaves=2,sentinels=3/.test(info))
  })
  const places = sentinels.map(({ port }) => `127.0.0.1:${port}`)
  return {
    url: `redis-sentinel://${places.join(',')}/${masterName}`,
    master,
    replicas,
    /** The master that the first Sentinel names, once it is another than this. */
    masterAfter: (before: { readonly port: number }) =>
      until('another is the master', async () => {
        const named = await sentinels[0]?.client.call(
          'SENTINEL',
          'get-master-addr-by-name',
          masterName,
        )
        const port = Array.isArray(named) ? Number(named[1]) : before.port
        return port !== before.port && servers.find((server) => server.port === port)
      }),
    close: async () =>
      void (await Promise.all([...sentinels, ...servers].map((one) => one.close()))),
  }
}
export type Sentinels = Awaited<ReturnType<typeof openSentinels>>
