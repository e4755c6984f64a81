import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { Plateforme } from '@/lib/processus/plateforme'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import { installerCatalogue } from '@/prisma/seed/catalogue'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueSession } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import type { Client } from './action-sans-script'

/** A partenariat on an empty platform, a technicien signed in, and as many complete drafts as asked for. */
export async function preparerDepots({ url, urls, env }: Plateforme, nombre: number) {
  const atelier = ouvrirAtelier(urls.migration)
  await installerCatalogue(atelier.tx, new Date('2025-01-01T00:00:00Z'))
  const { caisse, partenaire, structure, technicien } = await fabriquePartenariat(atelier)
  const motif = await atelier.tx.motif.findFirstOrThrow({ where: { code: 'autre_contact', caisseId: null } })
  const brouillons = Array.from({ length: nombre }, () => randomUUID())
  await atelier.tx.brouillon.createMany({
    data: brouillons.map((id, rang) => ({
      id,
      compteId: technicien.id,
      partenaireId: partenaire.id,
      structureId: structure.id,
      service: 'contact',
      caisseId: caisse.id,
      motifId: motif.id,
      etape: 'verifier',
      donnees: {
        personne: {
          civilite: rang % 2 ? 'madame' : 'monsieur',
          nomNaissance: `Le Goff-N’Diaye`,
          nomUsage: '',
          prenom: 'Maëlys',
          dateNaissance: { jour: '7', mois: '11', annee: String(1950 + (rang % 50)) },
          departement: '29',
        },
        besoin: { message: `Question numéro ${rang + 1}.`, demandeLiee: '' },
        consentement: { forme: 'oral', le: enParties(dateAParis(new Date())) },
      },
    })),
  })
  const sid = await fabriqueSession(atelier, technicien.id)
  const jeton = await encode({ token: { sid }, secret: env.SECRET_SESSION ?? '', maxAge: 36_000 })
  const client: Client = { url, cookie: `ep-session=${jeton}` }
  return { atelier, brouillons, client, compteId: technicien.id }
}
