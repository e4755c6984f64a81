import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Plateforme } from '@/lib/processus/plateforme'
import { enParties } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'
import { lireFormulaire } from '@/tests/epreuves/action-sans-script'
import type { Decor } from './decor'
import type { Requete } from './tir'

const donnees = () => ({
  consentement: { forme: 'oral', le: enParties(dateAParis(new Date())) },
  personne: {
    civilite: 'madame',
    nomNaissance: 'Quéré',
    nomUsage: '',
    prenom: 'Maëlys',
    dateNaissance: { jour: '7', mois: '11', annee: '1971' },
    departement: '76',
  },
  besoin: { situation: 'La personne attend une réponse depuis plusieurs semaines.', urgent: 'non' },
})

/** Complete drafts, and for each the form of its check page, ready to be sent as a browser without JavaScript sends it. */
export async function preparerDepots(
  { url, urls }: Plateforme,
  { caisseId, techniciens }: Decor,
  nombre: number,
): Promise<Requete[]> {
  const brouillons = await inserer(urls.migration, caisseId, techniciens, nombre)
  const requetes: Requete[] = []
  for (const { id, cookie } of brouillons) {
    const chemin = `/demandes/brouillon/${id}/verifier`
    const formulaire = await lireFormulaire({ url, cookie }, chemin, 'attestations.')
    formulaire.set('attestations.information_accord', 'oui')
    // The encoding of a browser, done before the clock starts.
    const encode = new Request('http://localhost', { method: 'POST', body: formulaire })
    const type = encode.headers.get('content-type') ?? ''
    const corps = Buffer.from(await encode.arrayBuffer())
    requetes.push({ chemin, cookie, corps, type, attendu: 303, vers: /\/confirmation$/ })
  }
  return requetes
}

async function inserer(urlMigration: string, caisseId: string, techniciens: Decor['techniciens'], nombre: number) {
  const client = new pg.Client({ connectionString: urlMigration })
  await client.connect()
  try {
    const brouillons = []
    for (let rang = 0; rang < nombre; rang += 1) {
      const technicien = techniciens[rang % techniciens.length]
      if (!technicien) break
      const id = randomUUID()
      await client.query(
        `INSERT INTO brouillon (id, "compteId", "partenaireId", "structureId", service, "caisseId", "motifId", donnees, etape)
         SELECT $1, c.id, c."partenaireId", c."structureId", 'dossier', $2, m.id,
           $4::jsonb || jsonb_build_object('absentes', (SELECT coalesce(jsonb_object_agg(code, 'À venir.'), '{}') FROM piece_attendue
             WHERE "motifId" = m.id AND exigence = 'requise')), 'verifier'
         FROM compte c, motif m WHERE c.id = $3 AND m.code = 'puma' AND m."caisseId" IS NULL`,
        [id, caisseId, technicien.compteId, JSON.stringify(donnees())],
      )
      brouillons.push({ id, cookie: technicien.cookie })
    }
    return brouillons
  } finally {
    await client.end()
  }
}
