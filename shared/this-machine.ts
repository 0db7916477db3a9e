/** Whether a URL's host name is the machine that one is on: what is secret there is no business of another. [CLI3] */
export const isThisMachine = (hostname: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
