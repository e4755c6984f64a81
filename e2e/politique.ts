import type { BrowserContext } from '@playwright/test'
import { semerRequete } from './semes'

const violations: string[] = []

/** Hears each time the content policy of a page stops something, as the page and as the browser say it; plants what is typed in secret. */
export async function surveiller(contexte: BrowserContext): Promise<void> {
  contexte.on('console', (message) => {
    const texte = message.text()
    if (/content security policy|politique enfreinte/i.test(texte))
      violations.push(`${message.page()?.url()} : ${texte}`)
  })
  contexte.on('request', semerRequete)
  await contexte.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`politique enfreinte : ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
    )
  })
}

/** What was stopped since the last time, in this process. */
export function violationsRelevees(): string[] {
  return violations.splice(0)
}
