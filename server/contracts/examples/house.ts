/** How the house is, a minute after Tamworth. */
export const houseExamples = {
  live: { status: 'live' },
  ready: { status: 'ready' },
  measures: {
    at: '2023-10-20T01:46:00.000Z',
    walk: [
      { step: 'door', p50: 0.0042, p95: 0.0061, p99: 0.0061, count: 2 },
      { step: 'queue', p50: 0.002, p95: 0.003, p99: 0.003, count: 2 },
      { step: 'decide', p50: 0.0031, p95: 0.0048, p99: 0.0048, count: 2 },
      { step: 'append', p50: 0.0009, p95: 0.0012, p99: 0.0012, count: 2 },
      { step: 'tail', p50: 0.002, p95: 0.003, p99: 0.003, count: 2 },
      { step: 'gather', p50: 0, p95: 0, p99: 0, count: 2 },
      { step: 'write', p50: 0.0004, p95: 0.0006, p99: 0.0006, count: 2 },
      { step: 'whole', p50: 0.012, p95: 0.017, p99: 0.017, count: 2 },
    ],
    queues: [
      { queue: 'declarations', mode: 'rehearsal', waiting: 0, active: 0, delayed: 0, failed: 0 },
    ],
    alerts: {
      steps: [
        { from: 'declared', to: 'computed', p50: 12.1, p95: 14.8, p99: 14.8, count: 2 },
        { from: 'computed', to: 'queued', p50: 0.011, p95: 0.018, p99: 0.018, count: 2 },
        { from: 'queued', to: 'sent', p50: 0.271, p95: 0.403, p99: 0.403, count: 2 },
        { from: 'sent', to: 'acknowledged', p50: 0.605, p95: 0.605, p99: 0.605, count: 1 },
      ],
      late: 0,
      parked: 0,
      gone: 0,
      refused: 0,
      waiting: 0,
    },
    canary: {
      sent: '2023-10-20T01:44:00.000Z',
      acknowledged: '2023-10-20T01:44:01.200Z',
      ageSeconds: 118.8,
    },
    nights: [
      {
        id: 'tamworth-tonight',
        title: 'By-elections, 19 October 2023: Tamworth and Mid Bedfordshire',
        mode: 'rehearsal',
        seq: 2,
        screens: 12,
        behind: 0,
        lastEvent: '2023-10-20T01:45:03.120Z',
        readAgeSeconds: 1.2,
      },
    ],
    screens: {
      connected: 12,
      behind: 0,
      version: '3f9a0c12d4e5b677',
      versions: [{ version: '3f9a0c12d4e5b677', screens: 12 }],
    },
    faults: { server: null, worker: null },
  },
  metrics: `# HELP results_night_measured 1 where nights and alerts could be measured, 0 where Redis did not answer
# TYPE results_night_measured gauge
results_night_measured 1
# HELP results_night_log_seq How far this server has read the log of an open night
# TYPE results_night_log_seq gauge
results_night_log_seq{night="tamworth-tonight",mode="rehearsal"} 2
`,
  openApi: { openapi: '3.1.0', info: { title: 'Results Night', version: '0.1.0' } },
  asyncApi: 'asyncapi: 3.0.0\ninfo:\n  title: Results Night\n',
  page: '<!doctype html>\n<html lang="en-GB">\n',
} as const
