import type { NextConfig } from 'next'
import { entetesCommuns, hsts, politiqueInerte } from './lib/socle/entetes'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  devIndicators: false,
  // A spreadsheet of names, with the fields of its form: its own bound, lower, is said in words.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  // No picture is resized on the fly: its route answers to nobody.
  images: { unoptimized: true },
  serverExternalPackages: ['pdfkit', 'sharp', 'heic-convert', '@node-rs/argon2', 'pg', 'pg-boss', 'pino'],
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types of the whole repository; the first start of the demo need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // The content policy of a page is written by `proxy.ts`, that of a route by `defineRoute`.
  headers: async () => [
    { source: '/:chemin*', headers: entetesCommuns },
    { source: '/:chemin*', has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }], headers: [hsts] },
    { source: '/_next/static/:chemin*', headers: [{ key: 'Content-Security-Policy', value: politiqueInerte }] },
  ],
}

export default config
