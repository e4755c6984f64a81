import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { dateAParis, debutDuJour } from '@/lib/socle/temps'
import { fermerFile } from '@/lib/travaux/file'
import { semer } from './demo/semer'
import { ouvrirAtelier } from './fabriques/atelier'

const usage = `Charge les données de démonstration, inventées, dans une base migrée et vide.
Usage : tsx prisma/seed/index.ts [--graine texte] [--jour AAAA-MM-JJ]
La même graine et le même jour donnent les mêmes données. Variables : DATABASE_URL_MIGRATION, STOCKAGE_DOSSIER,
CLES_FICHIERS, CLES_JOURNAL, et COMPTES_FICHIER pour la liste des comptes (donnees/comptes.json par défaut).`

async function commande(): Promise<void> {
  const { values } = parseArgs({
    options: { graine: { type: 'string' }, jour: { type: 'string' }, aide: { type: 'boolean' } },
  })
  if (values.aide) return console.log(usage)
  const { DATABASE_URL_MIGRATION: url, DONNEES_DOSSIER = 'donnees', EP_MODE } = process.env
  if (EP_MODE === 'production') throw new Error('Les données de démonstration ne se chargent pas en production.')
  for (const nom of ['DATABASE_URL_MIGRATION', 'STOCKAGE_DOSSIER', 'CLES_FICHIERS', 'CLES_JOURNAL'])
    if (!process.env[nom]) throw new Error(`La variable ${nom} est absente.\n\n${usage}`)
  const jour = values.jour ?? dateAParis(new Date())
  if (!/^\d{4}-\d{2}-\d{2}$/.test(jour)) throw new Error(`« ${jour} » n’est pas un jour.\n\n${usage}`)
  const depart = Date.now()
  const atelier = ouvrirAtelier(url ?? '', { graine: values.graine ?? 'demonstration', maintenant: debutDuJour(jour) })
  try {
    if ((await atelier.tx.caisse.count()) > 0)
      throw new Error('La base contient déjà des données : elle doit être vide.')
    const { comptes, demandes, pieces } = await semer(atelier)
    const fichier = process.env.COMPTES_FICHIER ?? join(DONNEES_DOSSIER, 'comptes.json')
    mkdirSync(dirname(fichier), { recursive: true })
    writeFileSync(fichier, `${JSON.stringify(comptes, null, 2)}\n`)
    const duree = ((Date.now() - depart) / 1000).toFixed(1)
    console.log(
      `${demandes} demandes, ${pieces} pièces et ${comptes.length} comptes en ${duree} s. Comptes : ${fichier}`,
    )
  } finally {
    await atelier.fermer()
    await fermerFile()
  }
}

try {
  await commande()
} catch (erreur) {
  console.error(erreur instanceof Error ? erreur.message : erreur)
  process.exitCode = 1
}
