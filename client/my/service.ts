type Policy = { readonly createScriptURL: (address: string) => string }

declare global {
  interface Window {
    /** Where the browser has it, an address of a script has to be vouched for. */
    readonly trustedTypes?: { readonly createPolicy: (name: string, rules: Policy) => Policy }
  }
}

const script = '/service-worker.js'

/** Lets the page open without a signal; without a service worker it is a page like any other. [MY5] */
export const startService = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const vouch: Policy = { createScriptURL: (address) => address }
  const policy = window.trustedTypes?.createPolicy('service-worker', vouch) ?? vouch
  try {
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data === 'renewed' && document.activeElement?.matches('input') !== true) location.reload()
    })
    await navigator.serviceWorker.register(policy.createScriptURL(script), { scope: '/my' })
  } catch {
    // Not a secure page, or not allowed: it needs a signal then.
  }
}
