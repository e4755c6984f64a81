import type { NextConfig } from 'next'

/** Headers of every answer; the content policy with nonces belongs to the page itself. */
const entetes = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  // No address of the portal is told to another site: some name a demande.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // A spreadsheet of names, with the fields of its form: its own bound, lower, is said in words.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  serverExternalPackages: ['pdfkit', 'sharp', 'heic-convert', '@node-rs/argon2', 'pg', 'pg-boss', 'pino'],
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types of the whole repository; the first start of the demo need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:chemin*', headers: entetes }],
}

export default config
