/** What a page of ours may do: nothing but our own; and which pages of whom may show it in a frame. [SEC7 EMB5] */
export const policyFor = (framedBy: readonly string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'self'", ...framedBy],
    requireTrustedTypesFor: ["'script'"],
  },
})
