/** Stands in a page's script for a way of connecting that no screen takes and no house offers. */
export const WT = null
