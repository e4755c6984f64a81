/**
 * Versions below which a known weakness reaches the portal, or would if a setting changed. Each copy in the lock file is
 * looked at, those of other packages included. A new advisory is a new line here, and an upgrade.
 */
export const versionsSures: { paquet: string; minimum: string; pourquoi: string }[] = [
  {
    paquet: 'next',
    minimum: '16.3.3',
    pourquoi:
      'GHSA-2xp9-vwfh-vxw4 (exécution de code par une image AVIF) et GHSA-p293-qw3h-jr36 (par le chemin, Windows)',
  },
  {
    paquet: 'react-dom',
    minimum: '19.2.6',
    pourquoi:
      'CVE-2025-55182, puis CVE-2026-23869 et CVE-2026-23870 : le protocole des composants serveur, livré par next',
  },
  {
    paquet: 'react',
    minimum: '19.2.6',
    pourquoi: 'va avec react-dom',
  },
  {
    paquet: 'next-auth',
    minimum: '4.24.12',
    pourquoi: 'GHSA-5jpx-9hw9-2fx4 : courriel de connexion détourné par une adresse mal lue',
  },
  {
    paquet: 'nodemailer',
    minimum: '9.1.1',
    pourquoi:
      'GHSA-mm7p-fcc7-pg87 et GHSA-cc9r-2j5m-2m83 (destinataire détourné), GHSA-268h-hp4c-crq3 (en-têtes injectés), GHSA-2x7j-588g-ccc2 (déni de service par une liste d’adresses)',
  },
  {
    paquet: 'sharp',
    minimum: '0.35.0',
    pourquoi: 'GHSA-f88m-g3jw-g9cj : libvips, par une image TIFF ou GIF envoyée (CVE-2026-33327, 33328, 35590, 35591)',
  },
  {
    paquet: 'libheif-js',
    minimum: '1.23.2',
    pourquoi: 'GHSA-g89c-p67h-r497 : exécution de code par une photo HEIC',
  },
  {
    paquet: 'file-type',
    minimum: '21.3.1',
    pourquoi: 'CVE-2026-31808 : boucle sans fin sur un faux fichier ASF',
  },
  {
    paquet: '@e965/xlsx',
    minimum: '0.20.2',
    pourquoi: 'CVE-2023-30533 et CVE-2024-22363 : prototype pollué, puis déni de service, par un tableur importé',
  },
  { paquet: 'jose', minimum: '4.15.5', pourquoi: 'CVE-2024-28176 : jeton comprimé sans borne' },
  { paquet: 'cookie', minimum: '0.7.0', pourquoi: 'CVE-2024-47764 : nom de cookie accepté hors des règles' },
  { paquet: 'nanoid', minimum: '3.3.8', pourquoi: 'CVE-2024-55565 : suites prévisibles' },
  {
    paquet: 'postcss',
    minimum: '8.5.10',
    pourquoi: 'CVE-2026-41305 : style fermé avant sa fin (à la construction seulement)',
  },
  { paquet: 'cross-spawn', minimum: '7.0.5', pourquoi: 'CVE-2024-21538 : déni de service (outils)' },
  { paquet: 'braces', minimum: '3.0.3', pourquoi: 'CVE-2024-4068 : déni de service (outils)' },
  { paquet: 'undici', minimum: '6.21.2', pourquoi: 'CVE-2025-22150 : séparateurs de formulaires prévisibles' },
  {
    paquet: 'node',
    minimum: '24.13.0',
    pourquoi: 'correctifs de janvier 2026 (CVE-2025-55131 : mémoire d’une autre demande)',
  },
]
