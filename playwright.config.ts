import { defineConfig } from '@playwright/test'
import { places } from './e2e/setup/places'

/** A later list replaces the one that Playwright gives: its own for a browser on our machines, and then ours. */
const notDrawn = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
  // Drawn under the address bar of every window, which nobody sees: more than half a second each.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
]

export default defineConfig({
  testDir: 'e2e',
  // One service and one story for all: journeys make people of their own where they change things.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: [['list']],
  use: {
    baseURL: places.base,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Traces of everything cost a quarter of the time: asked for when a journey is looked into.
    trace: process.env.FOOTPATH_TRACE ? 'retain-on-failure' : 'off',
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${notDrawn.join()}`,
      ],
    },
  },
  projects: [
    { name: 'signing in once for each role', testMatch: /setup\/sign-in\.ts/ },
    { name: 'journeys', testMatch: /\.spec\.ts/, dependencies: ['signing in once for each role'] },
  ],
  webServer: {
    command: 'node --import tsx e2e/setup/server.ts',
    url: `${places.base}/api/health/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
