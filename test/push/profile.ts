import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A profile whose push service is ours and which calls nobody else. */
export const writeProfile = (folder: string, pushService: string): Promise<void> => {
  const settings = { ...push(pushService), ...quiet }
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  return writeFile(join(folder, 'user.js'), lines.join(''))
}

const push = (url: string) => ({
  'dom.push.serverURL': url,
  'dom.push.testing.allowInsecureServerURL': true,
  // Milliseconds before a line that was cut is opened again.
  'dom.push.retryBaseInterval': 100,
  // What Firefox recommends to whoever drives it switches push off.
  'remote.prefs.recommended': false,
  // Allowed, as a reader allows it once; without a window there is nobody to ask.
  'permissions.default.desktop-notification': 1,
  // There is no desktop that could show it: without this Firefox refuses every notification.
  'alerts.useSystemBackend': false,
})

const quiet = {
  // All but this machine is called by way of a proxy that is not there.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.failover_direct': false,
  // No name server is asked: every name is this machine.
  'network.trr.mode': 5,
  'network.dns.native-is-localhost': true,
  'network.dns.native_https_query': false,
  'network.dns.disablePrefetch': true,
  'network.manage-offline-status': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
  'toolkit.telemetry.server': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'app.update.auto': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.startup.page': 0,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.region.update.enabled': false,
  'browser.region.network.url': '',
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
}
