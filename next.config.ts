import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ['pdfkit', 'sharp', '@node-rs/argon2', 'pg', 'pg-boss', 'pino'],
  turbopack: { root: import.meta.dirname },
}

export default config
