import { defineConfig } from '@playwright/test'
import chromium from '@sparticuz/chromium'

// A browser shipped inside a package: nothing to download, on any machine.
const executablePath = await chromium.executablePath()

// Left out: one process for all would close the browser with its first context, and without web security no Origin is sent.
const ecartes = ['--single-process', '--no-zygote', '--disable-web-security']
// A graphics card played by the processor took a third of the time of the browser; without one, it paints by itself.
const carteGraphique = /gpu|swiftshader|^--use-gl/
const argumentsDuNavigateur = [
  ...chromium.args.filter((argument) => !ecartes.includes(argument) && !carteGraphique.test(argument)),
  '--disable-gpu',
  '--no-sandbox',
]

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/preparation.ts',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // One more than the processors of the smallest machine: a journey often waits, for a mail or for the answer of the server.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: process.env.CI ? [['list']] : [['line']],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    // A trace slows every step down: `TRACE=1 npx playwright test …` records one for what fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath, args: argumentsDuNavigateur },
  },
})
