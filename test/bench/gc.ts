import { setTimeout as sleep } from 'node:timers/promises'

const hook =
  "import v8 from 'node:v8';import vm from 'node:vm';v8.setFlagsFromString('--expose-gc');" +
  "const gc=vm.runInNewContext('gc');process.on('SIGUSR2',()=>{gc();gc()})"

/** NODE_OPTIONS for a process that is measured: it clears its heap when it gets SIGUSR2. */
export const gcOnSignal = `--import=data:text/javascript,${encodeURIComponent(hook)}`

/** Memory that is free and was not given back is no connection's. */
export const clearHeap = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGUSR2')
  await sleep(700)
}
