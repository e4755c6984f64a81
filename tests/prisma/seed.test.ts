import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { LONGUEUR_MIN, refusMotDePasse } from '@/lib/comptes/regles-mot-de-passe'
import { echeanceEnMots } from '@/lib/demandes/echeance'
import { type Etat, etats, type Service, services } from '@/lib/demandes/modele'
import { definitionDe, resumeDe } from '@/lib/demandes/registre'
import { cleDeTri } from '@/lib/demandes/regles'
import { personneSchema } from '@/lib/demandes/schema'
import { lireFichier } from '@/lib/pieces-jointes/coffre'
import { dateAParis, debutDuJour } from '@/lib/socle/temps'
import { signalerSante, trouverNir } from '@/lib/socle/texte-libre'
import { fermerFile } from '@/lib/travaux/file'
import { catalogue } from '@/prisma/seed/catalogue'
import { motDePasseDemo } from '@/prisma/seed/demo/comptes'
import { effectifs } from '@/prisma/seed/demo/plan'
import { semer } from '@/prisma/seed/demo/semer'
import { ouvrirAtelier } from '@/prisma/seed/fabriques/atelier'
import { enTroisChamps, saisiePersonne } from '@/prisma/seed/fabriques/personne'
import { baseDeTest } from '../base-de-test'
import { acteurDe } from '../contexte'

const jour = '2026-11-20'
const maintenant = debutDuJour(jour)
const dossier = mkdtempSync(join(tmpdir(), 'ep-graine-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))
Object.assign(process.env, {
  STOCKAGE_DOSSIER: dossier,
  CLES_FICHIERS: `1:${createHash('sha256').update('essai').digest('base64')}`,
})

/** Columns that are drawn afresh each time: keys of files, salt of passwords. */
const tirees: Record<string, string[]> = {
  // The database's own clock.
  message: ['ecritLe'],
  piece_jointe: ['cleEnveloppee'],
  authentification: ['motDePasseHash'],
  courriel: ['id', 'messageId', 'creeLe'],
}

const base = await baseDeTest()
const atelier = ouvrirAtelier(base.migration, { graine: 'essai', maintenant })
const { tx } = atelier
const semence = await semer(atelier)
const premiere = await empreinte(base.migration)
const demandes = await tx.demande.findMany({ include: { evenements: { orderBy: { le: 'asc' } }, messages: true } })
const comptes = await tx.compte.findMany({ include: { structure: true, caisse: true, partenaire: true } })
afterAll(async () => {
  await fermerFile()
  await atelier.fermer()
})

async function empreinte(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ nom: string }>(
    `SELECT tablename AS nom FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  )
  const empreintes: Record<string, string> = {}
  for (const { nom } of tables) {
    const { rows } = await client.query<{ ligne: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS ligne FROM "${nom}" t`,
    )
    const lignes = rows.map(({ ligne }) => {
      for (const colonne of tirees[nom] ?? []) delete ligne[colonne]
      return JSON.stringify(ligne)
    })
    empreintes[nom] = createHash('sha256').update(lignes.sort().join('\n')).digest('hex')
  }
  await client.end()
  return empreintes
}

test('there is enough to explore', async () => {
  const compter = (etat: Etat) => demandes.filter((demande) => demande.etat === etat).length
  expect(demandes.length).toBe(semence.demandes)
  expect(demandes.length).toBeGreaterThanOrEqual(400)
  for (const etat of etats) expect(compter(etat)).toBeGreaterThanOrEqual(effectifs[etat])
  for (const service of services) expect(demandes.some((demande) => demande.service === service)).toBe(true)
  expect(await tx.partenaire.count()).toBe(12)
  expect(await tx.caisse.count()).toBe(5)
  expect(comptes.length).toBeGreaterThanOrEqual(40)
  expect(await tx.pieceJointe.count()).toBeGreaterThanOrEqual(150)
  expect(await tx.brouillon.count()).toBeGreaterThan(8)
  const plusAncienne = Math.min(...demandes.map(({ deposeeLe }) => deposeeLe.getTime()))
  expect((maintenant.getTime() - plusAncienne) / 86_400_000).toBeGreaterThan(480)
})

test('a few open demandes are late, a few are urgent, a few have unread messages', () => {
  const ouvertes = demandes.filter(({ ouverte }) => ouverte)
  const tons = ouvertes.map(({ echeanceLe, suspendueLe, seuilAlerteJours }) => {
    const echeance = echeanceLe && echeanceLe.toISOString().slice(0, 10)
    return echeanceEnMots({ echeanceLe: echeance, suspendue: suspendueLe !== null, seuilAlerteJours }, jour).ton
  })
  const nombre = (liste: unknown[]) => liste.filter(Boolean).length
  expect(nombre(tons.map((ton) => ton === 'retard'))).toBeGreaterThan(1)
  expect(nombre(tons.map((ton) => ton === 'retard'))).toBeLessThan(12)
  expect(nombre(tons.map((ton) => ton === 'bientot'))).toBeGreaterThan(3)
  expect(nombre(ouvertes.map(({ urgent }) => urgent))).toBeGreaterThan(2)
  expect(nombre(ouvertes.map(({ urgent }) => urgent))).toBeLessThan(20)
  expect(nombre(ouvertes.map(({ nonLusCaisse }) => nonLusCaisse > 0))).toBeGreaterThan(5)
  expect(nombre(demandes.map(({ nonLusPartenaire }) => nonLusPartenaire > 0))).toBeGreaterThan(5)
})

test('every demande passes the schema of its service, and can be read in words', async () => {
  const reglages = new Map((await tx.reglagesCaisse.findMany()).map((ligne) => [ligne.caisseId, ligne]))
  for (const demande of demandes) {
    const motif = catalogue.find(({ id }) => id === demande.motifId)
    const caisse = reglages.get(demande.caisseId)
    if (!motif || !caisse) throw new Error(`Demande sans motif ni caisse : ${demande.reference}`)
    const service = demande.service as Service
    const details = demande.details as Record<string, unknown>
    const saisie = { ...details, ...(details.pasAvant ? { pasAvant: enTroisChamps(String(details.pasAvant)) } : {}) }
    const lecture = definitionDe(service)
      .schema({
        assureRequis: motif.assureRequis ?? true,
        urgencePossible: motif.urgencePossible ?? false,
        demandeLiee: motif.demandeLiee ?? false,
        rendezVousRestreint: caisse.rendezVousRestreint,
        rendezVousModes: caisse.rendezVousModes,
        aujourdhui: dateAParis(demande.deposeeLe),
      })
      .safeParse(saisie)
    expect(lecture.error?.issues, demande.reference).toBeUndefined()
    expect(lecture.data).toEqual(details)
    expect(resumeDe(service, details).length).toBeGreaterThan(0)
    expect(demande.nomNaissance === null, demande.reference).toBe(motif.assureRequis === false)
    if (!demande.nomNaissance || !demande.dateNaissance) continue
    const { civilite, prenom, nomNaissance, nomUsage, departement, dateNaissance } = demande
    const personne = personneSchema(dateAParis(demande.deposeeLe)).safeParse(
      saisiePersonne({
        civilite: civilite === 'madame' ? 'madame' : 'monsieur',
        prenom: prenom ?? '',
        nomNaissance,
        nomUsage: nomUsage ?? '',
        departement: departement ?? '',
        dateNaissance: dateNaissance.toISOString().slice(0, 10),
      }),
    )
    expect(personne.error?.issues, demande.reference).toBeUndefined()
  }
})

test('no text holds a NIR nor a word about health', async () => {
  const pieces = await tx.pieceJointe.findMany()
  const textes = [
    ...demandes.map(
      ({ details, piecesAbsentes, objet }) =>
        `${objet}\n${Object.values(details as object).join('\n')}\n${JSON.stringify(piecesAbsentes)}`,
    ),
    ...demandes.flatMap(({ messages }) => messages.map(({ texte }) => texte)),
    ...demandes.flatMap(({ evenements }) => evenements.map(({ details }) => JSON.stringify(details))),
    ...pieces.map(({ nomFichier }) => nomFichier),
    ...(await tx.brouillon.findMany()).map(({ donnees }) => JSON.stringify(donnees)),
  ]
  expect(textes.flatMap((texte) => trouverNir(texte))).toEqual([])
  expect(textes.flatMap((texte) => signalerSante(texte).mots)).toEqual([])
})

/** Rows of the history that leave the demande as it stands. */
const sansVersion = ['note', 'document_remis', 'document_telecharge', 'document_poste', 'liee', 'procedure_ordinaire']

test('every history is one that the product could have written', () => {
  for (const { evenements, messages, ...demande } of demandes) {
    const instants = evenements.map(({ le }) => le.getTime())
    expect(evenements[0]?.type, demande.reference).toBe('deposee')
    expect(new Set(instants).size, demande.reference).toBe(instants.length)
    expect(Math.max(...instants), demande.reference).toBeLessThan(maintenant.getTime())
    expect(demande.version).toBe(evenements.filter(({ type }) => !sansVersion.includes(type)).length)
    expect(demande.agentId === null).toBe(!demande.priseEnChargeLe)
    const echeance = demande.echeanceLe && demande.echeanceLe.toISOString().slice(0, 10)
    const tri = cleDeTri({ echeanceLe: echeance, suspendueLe: demande.suspendueLe }, demande.deposeeLe)
    if (demande.ouverte) expect(demande.triLe).toEqual(tri)
    for (const { envoyeLe } of messages) expect(instants).toContain(envoyeLe.getTime())
  }
})

test('references follow the order of filing, and the next one is free', async () => {
  const parDate = demandes.toSorted((a, b) => a.deposeeLe.getTime() - b.deposeeLe.getTime())
  const numeros = parDate.map(({ reference }) => Number(reference.slice(3)))
  for (const [rang, numero] of numeros.entries()) expect(numero).toBeGreaterThan((numeros[rang - 1] ?? 0) - 20)
  const [suivant] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('demande_numero') AS n`
  expect(Number(suivant?.n)).toBeGreaterThan(Math.max(...numeros))
})

test('the password of the demo is accepted for every account', () => {
  for (const { profil, identifiant, nom, prenom, courriel, structure } of comptes) {
    const cote = profil === 'caisse' || profil === 'administrateur' ? 'caisse' : 'partenaire'
    const motsPerso = [identifiant, nom, prenom, courriel, structure?.nom ?? '']
    expect(refusMotDePasse(motDePasseDemo, { cote, motsPerso }), identifiant).toBeNull()
  }
  expect(motDePasseDemo.length).toBeGreaterThanOrEqual(LONGUEUR_MIN.caisse)
})

test('the list of accounts names each role of each caisse, and each kind of account opens what it should', async () => {
  for (const { nom } of await tx.caisse.findMany()) {
    const profils = semence.comptes
      .filter(({ organisme }) => organisme === nom)
      .map(({ profil }) => profil)
      .join(', ')
    for (const role of ['Agent', 'Référent', 'DPO']) expect(profils, nom).toContain(role)
  }
  const caisses = async (identifiant: string) => {
    const compte = comptes.find((candidat) => candidat.identifiant === identifiant)
    return (await acteurDe(compte?.id ?? '', maintenant)).caissesOuvertes.length
  }
  expect(await caisses('vaucreux-mlegall')).toBe(1)
  expect(await caisses('morvelle-coury')).toBe(2)
  expect(await caisses('saintaubrac-elarrieu')).toBe(2)
  expect(await caisses('ostrevalle-gpotier')).toBe(0)
  expect(await caisses('lormoy-ghocquet')).toBe(0)
  await expect(caisses('passerelles-msaint')).rejects.toThrow('actif')
  const memeAdresse = comptes.filter(({ courriel }) => courriel === 'c.oury@cias-morvelle.example')
  expect(memeAdresse.map(({ profil }) => profil).sort()).toEqual(['gestionnaire', 'technicien'])
  expect(await tx.courriel.count({ where: { modele: 'activation', etat: 'a_envoyer' } })).toBe(1)
})

test('the files open with the keys kept beside them', async () => {
  for (const piece of await tx.pieceJointe.findMany({ take: 5 })) {
    let octets = 0
    for await (const morceau of lireFichier(piece)) octets += morceau.length
    expect(octets).toBe(piece.taille)
  }
})

// Last: its files take the place of the first ones in the storage, since they have the same ids.
test('the same seed and the same day give the same data', async () => {
  const autre = await baseDeTest()
  const second = ouvrirAtelier(autre.migration, { graine: 'essai', maintenant })
  await semer(second)
  await second.fermer()
  expect(await empreinte(autre.migration)).toEqual(premiere)
  // The whole demo, a second time: a busy machine takes a while.
}, 90_000)
