import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { motifsOuverts, servicesOuverts } from '@/lib/caisses/catalogue'
import { choisirMotif } from '@/lib/demandes/creer-brouillon'
import { deposerDemande } from '@/lib/demandes/deposer-demande'
import { validerEtape } from '@/lib/demandes/enregistrer-brouillon'
import { envoyerMessage } from '@/lib/demandes/envoyer-message'
import { choixDuMotif, servicesDuTechnicien } from '@/lib/demandes/queries-depot'
import { noticeDe } from '@/lib/demandes/queries-documents'
import { exigerPlace, verifierDestination } from '@/lib/pieces-jointes/destination'
import { recevoirPiece } from '@/lib/pieces-jointes/recevoir-piece'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { accordDonne, acteurDe, agir, atelierDeTest } from '@/tests/contexte'

Object.assign(process.env, {
  STOCKAGE_DOSSIER: mkdtempSync(join(tmpdir(), 'ep-reglages-')),
  CLES_FICHIERS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
})
const base = await baseDeTest()
const atelier = await atelierDeTest(base)

/** A caisse of its own for each test: what one sets must not reach another. */
async function monde(caisse: NonNullable<Parameters<typeof fabriquePartenariat>[1]>['caisse'] = {}) {
  const ici = await fabriquePartenariat(atelier, { caisse })
  const technicien = await acteurDe(ici.technicien.id)
  return { ...ici, technicien, compte: ici.technicien, agentActeur: await acteurDe(ici.agent.id) }
}
type Monde = Awaited<ReturnType<typeof monde>>

const personne = {
  civilite: 'madame',
  nomNaissance: 'Kervella',
  nomUsage: '',
  prenom: 'Anaïs',
  dateNaissance: { jour: '3', mois: '4', annee: '1988' },
  departement: '29',
}

async function brouillon(ici: Monde, code: string, besoin: object): Promise<string> {
  const motif = motifNational(code)
  const pieces = await atelier.tx.pieceAttendue.findMany({ where: { motifId: motif.id } })
  const { id } = await atelier.tx.brouillon.create({
    data: {
      compteId: ici.compte.id,
      partenaireId: ici.partenaire.id,
      structureId: ici.structure.id,
      service: motif.service,
      caisseId: ici.caisse.id,
      motifId: motif.id,
      variante: motif.variantes?.[0]?.code ?? null,
      donnees: { personne, besoin, absentes: Object.fromEntries(pieces.map((piece) => [piece.code, 'Perdue'])) },
    },
  })
  return id
}

const dossier = { situation: 'Sans droits depuis mars.', urgent: 'non' }
const deposer = (ici: Monde, id: string) =>
  agir(ici.technicien, (contexte) =>
    deposerDemande(contexte, { id, attestations: { information_accord: 'oui' }, consentement: accordDonne() }),
  )
const demande = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const jour = (decalage: number) => {
  const aujourdhui = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date())
  return new Date(Date.parse(aujourdhui) + decalage * 86_400_000)
}

describe('the delays of a caisse', () => {
  it('are those of the day of filing: shortened or lengthened afterwards, the target stays, its restart included', async () => {
    const ici = await monde({ delais: [{ prestation: 'puma', delaiJours: 40, seuilAlerteJours: 7 }] })
    const id = await brouillon(ici, 'puma', dossier)
    await deposer(ici, id)
    expect(await demande(id)).toMatchObject({ delaiJours: 40, seuilAlerteJours: 7, echeanceLe: jour(40) })

    const caisseId = ici.caisse.id
    await atelier.tx.delaiPrestation.updateMany({ where: { caisseId }, data: { delaiJours: 12, seuilAlerteJours: 2 } })
    expect(await demande(id)).toMatchObject({ delaiJours: 40, seuilAlerteJours: 7, echeanceLe: jour(40) })
    const suivant = await brouillon(ici, 'puma', dossier)
    await deposer(ici, suivant)
    expect(await demande(suivant)).toMatchObject({ delaiJours: 12, seuilAlerteJours: 2, echeanceLe: jour(12) })

    // Opened again by a message, the clock restarts with the target of its filing.
    await atelier.tx.demande.update({
      where: { id },
      data: { etat: 'traitee', ouverte: false, issue: 'accord', closeLe: new Date(), echeanceLe: null },
    })
    const { version } = await demande(id)
    await agir(ici.technicien, (contexte) =>
      envoyerMessage(contexte, {
        id,
        version,
        texte: 'Il manque un mois.',
        nature: 'reponse',
        texte__sante: undefined,
      }),
    )
    expect(await demande(id)).toMatchObject({ ouverte: true, delaiJours: 40, echeanceLe: jour(40) })
  })

  it('announce none where the caisse sets none', async () => {
    const ici = await monde()
    const id = await brouillon(ici, 'puma', dossier)
    await deposer(ici, id)
    expect(await demande(id)).toMatchObject({ delaiJours: null, echeanceLe: null })
  })

  it('open a closed demande again for the days the caisse sets, and no longer', async () => {
    const ici = await monde({ reglages: { delaiReouvertureJours: 3 } })
    const ecrire = async (joursDepuis: number) => {
      const dernierActeLe = new Date(Date.now() - joursDepuis * 86_400_000)
      const close = await fabriqueDemande(atelier, ici.cadre, {
        motif: 'puma',
        etat: 'traitee',
        agent: ici.agent,
        dernierActeLe,
      })
      return agir(ici.technicien, (contexte) =>
        envoyerMessage(contexte, {
          id: close.id,
          version: close.version,
          texte: 'Bonjour',
          nature: 'reponse',
          texte__sante: undefined,
        }),
      )
    }
    await expect(ecrire(2)).resolves.toMatchObject({ journal: { action: 'demande.rouverte' } })
    await expect(ecrire(5)).rejects.toMatchObject({ code: 'etat_change', message: expect.stringContaining('3 jours') })
  })
})

describe('a service the caisse has closed', () => {
  const choisir = (ici: Monde, code: string) =>
    agir(ici.technicien, (contexte) =>
      choisirMotif(contexte, {
        id: randomUUID(),
        service: motifNational(code).service,
        caisseId: ici.caisse.id,
        motif: motifNational(code).id,
        variante: {},
      }),
    )

  it('is neither offered, nor started, nor filed from a draft begun before', async () => {
    const ici = await monde()
    const id = await brouillon(ici, 'puma', dossier)
    expect(await servicesDuTechnicien(ici.technicien)).toContain('dossier')
    await atelier.tx.serviceCaisse.create({
      data: { caisseId: ici.caisse.id, service: 'dossier', actif: false, ordre: 10 },
    })
    expect(await servicesDuTechnicien(ici.technicien)).not.toContain('dossier')
    expect(await choixDuMotif(ici.technicien, 'dossier')).toEqual([])
    await expect(choisir(ici, 'puma')).rejects.toMatchObject({ code: 'introuvable' })
    await expect(deposer(ici, id)).rejects.toMatchObject({ code: 'etat_change' })
    expect(await atelier.tx.brouillon.count({ where: { id } })).toBe(1)
  })

  it('for one partenaire is closed to it alone; a motif likewise', async () => {
    const ici = await monde()
    const [caisseId, partenaireId] = [ici.caisse.id, ici.partenaire.id]
    await atelier.tx.servicePartenaire.create({ data: { caisseId, partenaireId, service: 'document', actif: false } })
    await atelier.tx.motifPartenaire.create({
      data: { caisseId, partenaireId, motifId: motifNational('ame').id, actif: false },
    })
    const lire = (autre: string) =>
      agir(ici.technicien, async ({ tx }) => ({
        services: await servicesOuverts(tx, { caisseId, partenaireId: autre }),
        motifs: (await motifsOuverts(tx, { caisseId, partenaireId: autre, service: 'dossier' })).map(
          ({ code }) => code,
        ),
      }))
    const lui = await lire(partenaireId)
    expect(lui.services).not.toContain('document')
    expect(lui.motifs).not.toContain('ame')
    const unAutre = await lire(randomUUID())
    expect(unAutre.services).toContain('document')
    expect(unAutre.motifs).toContain('ame')
    const id = await brouillon(ici, 'ame', dossier)
    await expect(deposer(ici, id)).rejects.toMatchObject({ code: 'etat_change' })
  })
})

it('a hidden motif is not offered and a draft must choose another; the demande that bears it follows its course', async () => {
  const ici = await monde()
  const caisseId = ici.caisse.id
  const filee = await brouillon(ici, 'puma', dossier)
  await deposer(ici, filee)
  const { objet } = await demande(filee)
  const id = await brouillon(ici, 'puma', dossier)
  await atelier.tx.motifCaisse.create({
    data: { caisseId, motifId: motifNational('puma').id, actif: false, libelle: 'Autrement' },
  })
  await expect(deposer(ici, id)).rejects.toMatchObject({ code: 'etat_change' })
  const { version } = await demande(filee)
  await agir(ici.agentActeur, (contexte) =>
    envoyerMessage(contexte, {
      id: filee,
      version,
      texte: 'Nous regardons.',
      nature: 'reponse',
      texte__sante: undefined,
    }),
  )
  expect(await demande(filee)).toMatchObject({ objet, ouverte: true })
})

it('a renamed motif is filed under the words of the caisse', async () => {
  const ici = await monde({ motifs: [{ motifId: motifNational('puma').id, libelle: 'Droits de base' }] })
  const id = await brouillon(ici, 'puma', dossier)
  await deposer(ici, id)
  expect((await demande(id)).objet).toBe('Droits de base')
})

describe('rendez-vous', () => {
  const besoin = {
    mode: 'telephone',
    telephone: '0555001234',
    pasAvant: { jour: '12', mois: '12', annee: '2090' },
    disponibilites: ['lundi_matin'],
    situation: '',
  }
  const valider = async (ici: Monde, champs: object) => {
    const id = await brouillon(ici, 'rdv_c2s', {})
    return agir(ici.technicien, (contexte) =>
      validerEtape(contexte, { id, etape: 'besoin', ...besoin, ...champs } as never),
    )
  }

  it('ask for the attestation where the caisse restricts them, and nowhere else', async () => {
    const restreint = await monde({ reglages: { rendezVousRestreint: true } })
    await expect(valider(restreint, {})).rejects.toMatchObject({ erreurs: { nonAutonome: expect.any(String) } })
    await expect(valider(restreint, { nonAutonome: 'oui' })).resolves.toHaveProperty('vers')
    await expect(valider(await monde(), {})).resolves.toHaveProperty('vers')
  })

  it('are held in the ways the caisse has set', async () => {
    const ici = await monde({ reglages: { rendezVousModes: ['visio'] } })
    await expect(valider(ici, {})).rejects.toMatchObject({ erreurs: { mode: expect.any(String) } })
    await expect(valider(ici, { mode: 'visio' })).resolves.toHaveProperty('vers')
  })
})

it('files are held to the sizes of the caisse they go to', async () => {
  const ici = await monde({ reglages: { tailleMaxFichierOctets: 1_000_000, tailleMaxDemandeOctets: 1_500_000 } })
  const destination = { brouillon: await brouillon(ici, 'puma', dossier), code: 'autre' }
  const limites = await agir(
    ici.technicien,
    async ({ tx, acteur }) => (await verifierDestination(tx, acteur, destination)).limites,
  )
  expect(limites).toEqual({ fichier: 1_000_000, total: 1_500_000 })
  const gros = Readable.from([Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_100_000)])])
  await expect(
    recevoirPiece(ici.technicien, destination, { nom: 'gros.pdf', flux: gros }, '192.0.2.1'),
  ).rejects.toMatchObject({ message: expect.stringContaining('1\u00A0Mo') })
  await expect(
    agir(ici.technicien, ({ tx }) =>
      exigerPlace(tx, destination, { nomFichier: 'b.pdf', taille: 1_600_000 }, limites.total),
    ),
  ).rejects.toMatchObject({ message: expect.stringContaining('1,5\u00A0Mo') })
})

it('the notice says how long the caisse keeps a demande, and where its DPO is written to', async () => {
  const ici = await monde({
    reglages: { conservationDemandeMois: 18, conservationFichiersMois: 18 },
    contacts: [{ type: 'dpo', adresse: 'BP 12, 00100 Orvelle' }],
  })
  expect(await noticeDe(ici.technicien, ici.caisse.id, new Date())).toMatchObject({
    conservation: expect.stringMatching(/^18\smois après la réponse$/),
    dpo: { adresse: 'BP 12, 00100 Orvelle' },
  })
})
