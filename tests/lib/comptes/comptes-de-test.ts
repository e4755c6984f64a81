import pg from 'pg'
import { hacher } from '@/lib/comptes/hachage'
import type { BasePretee } from '@/tests/modele-de-test'

export const BON_MOT_DE_PASSE = 'quatre hérons sur la digue'
export const AUTRE_MOT_DE_PASSE = 'le tilleul penche vers mardi'

export const ids = {
  technicien: '00000000-0000-4000-8000-000000000001',
  gestionnaire: '00000000-0000-4000-8000-000000000002',
  attente: '00000000-0000-4000-8000-000000000003',
  inactif: '00000000-0000-4000-8000-000000000004',
  agent: '00000000-0000-4000-8000-000000000005',
}

const caisse = '00000000-0000-4000-8000-0000000000c1'
const partenaire = '00000000-0000-4000-8000-0000000000a1'
const structure = '00000000-0000-4000-8000-0000000000b1'

/** Runs SQL as the owner, past the perimeter: to prepare what a test starts from, and to look at what it leaves. */
export async function sql<T extends pg.QueryResultRow>(
  base: BasePretee,
  texte: string,
  valeurs: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: base.migration })
  await client.connect()
  try {
    return (await client.query<T>(texte, valeurs)).rows
  } finally {
    await client.end()
  }
}

/** One partenaire, one caisse, five accounts; two of them share an e-mail. */
export async function peupler(base: BasePretee): Promise<void> {
  process.env.URL_PUBLIQUE = 'http://localhost:3412'
  process.env.SECRET_SESSION = 'un secret pour les essais, assez long'
  await sql(
    base,
    `INSERT INTO caisse (id, code, nom, adresse, "codePostal", ville) VALUES ($1, '101', 'CPAM des Deux-Vallées', '1 rue Haute', '76000', 'Vaucreux')`,
    [caisse],
  )
  await sql(
    base,
    `INSERT INTO partenaire (id, nom, type, siret, adresse, "codePostal", ville, "nombreMembres") VALUES ($1, 'CCAS de Vaucreux', 'ccas', '12345678900012', '2 rue Basse', '76000', 'Vaucreux', 12)`,
    [partenaire],
  )
  await sql(
    base,
    `INSERT INTO structure (id, "partenaireId", nom, "nombreMembres") VALUES ($1, $2, 'CCAS de Vaucreux', 12)`,
    [structure, partenaire],
  )
  const hash = await hacher(BON_MOT_DE_PASSE)
  const comptes: [string, string, string, string, string][] = [
    [ids.technicien, 'vaucreux-mlegall', 'technicien', 'mlegall@vaucreux.example', 'actif'],
    [ids.gestionnaire, 'vaucreux-mlegall-g', 'gestionnaire', 'mlegall@vaucreux.example', 'actif'],
    [ids.attente, 'vaucreux-ibenaissa', 'technicien', 'ibenaissa@vaucreux.example', 'attente_activation'],
    [ids.inactif, 'vaucreux-parti', 'technicien', 'parti@vaucreux.example', 'inactif'],
    [ids.agent, 'deuxvallees-faubertin', 'caisse', 'faubertin@cpam.example', 'actif'],
  ]
  for (const [id, identifiant, profil, courriel, etat] of comptes) {
    const deCaisse = profil === 'caisse'
    await sql(
      base,
      `INSERT INTO compte (id, identifiant, profil, roles, civilite, nom, prenom, fonction, courriel, etat, "partenaireId", "structureId", "caisseId")
       VALUES ($1, $2, $3, $4, 'madame', 'Le Gall', 'Maëlle', 'Assistante sociale', $5, $6, $7, $8, $9)`,
      [
        id,
        identifiant,
        profil,
        deCaisse ? ['agent'] : [],
        courriel,
        etat,
        ...(deCaisse ? [null, null, caisse] : [partenaire, structure, null]),
      ],
    )
    if (etat !== 'attente_activation') {
      await sql(
        base,
        'INSERT INTO authentification ("compteId", "motDePasseHash", "motDePasseLe") VALUES ($1, $2, now())',
        [id, hash],
      )
    }
  }
}
