// The flags Chrome is started with: nothing may reach the network, nothing is drawn by a GPU, and the same page gives
// the same pixels on each machine. Names: https://peter.sh/experiments/chromium-command-line-switches/

import type { ChromeKind } from './find.js'

/**
 * Four guards against the network stand together, because none is enough alone:
 * these, the interception in open-deck.ts, and the deck's own content security policy.
 */
const NO_NETWORK: readonly string[] = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // Chrome 143 knows the first name and ignores the second; newer ones know the second. Measured with a STUN canary.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-client-side-phishing-detection',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--dns-prefetch-disable',
  '--no-pings',
]

const SAME_PIXELS: readonly string[] = [
  '--disable-gpu',
  // Without it Chrome looks for SwiftShader, which costs 0.1 s and a 15 MB library that printing does not need.
  '--disable-software-rasterizer',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-US',
]

const QUIET: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-search-engine-choice-screen',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--enable-automation',
]

/** A page that is printed is never in front, and must not be slowed for it. */
const FULL_SPEED: readonly string[] = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-ipc-flooding-protection',
  '--allow-pre-commit-input',
  // Containers often have 64 MB of /dev/shm; large pages crash in it.
  '--disable-dev-shm-usage',
]

const PRINT: readonly string[] = ['--export-tagged-pdf', '--generate-pdf-document-outline']

const FEATURES_OFF = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'AcceptCHFrame',
  'DialMediaRouteProvider',
]

/** All flags for one start. `profileDir` is Chrome's own folder for this run. */
export function chromeFlags(kind: ChromeKind, profileDir: string): readonly string[] {
  return [
    kind === 'chrome' ? '--headless=new' : '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profileDir}`,
    `--disable-features=${FEATURES_OFF.join(',')}`,
    ...NO_NETWORK,
    ...SAME_PIXELS,
    ...QUIET,
    ...FULL_SPEED,
    ...PRINT,
  ]
}
