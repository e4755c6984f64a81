import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { FermetureMenus } from '@/components/ui/fermeture-menus'
import './globals.css'

// Source Sans 3 Variable, served by the portal. One file per alphabet, each with its unicode-range: the first is
// preloaded, the two others are fetched only when a name needs them (ş, ầ).
const latine = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  variable: '--police-latine',
  weight: '200 900',
  display: 'swap',
  adjustFontFallback: 'Arial',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const etendue = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  variable: '--police-etendue',
  weight: '200 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const vietnamienne = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-vietnamese-wght-normal.woff2',
  variable: '--police-vietnamienne',
  weight: '200 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: 'unicode-range', value: 'U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF1,U+20AB' },
  ],
})

export const metadata: Metadata = {
  title: { template: '%s – Espace Partenaires', default: 'Espace Partenaires' },
  description: 'L’espace des partenaires conventionnés avec leur caisse d’assurance maladie.',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: '#0c419a',
  colorScheme: 'light',
}

export default async function Racine({ children }: { children: ReactNode }) {
  // Scripts run by the nonce of their answer: no page, not even « introuvable », is written in advance.
  await connection()
  return (
    <html lang="fr" className={`${latine.variable} ${etendue.variable} ${vietnamienne.variable}`}>
      <body className="font-sans">
        {children}
        <FermetureMenus />
      </body>
    </html>
  )
}
