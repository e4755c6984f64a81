import { createHash } from 'node:crypto'
import { estModeleDemande } from '@/lib/notifications/modeles'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'
import { fabriquerPiece } from '../fabrique-pieces'
import type { Atelier } from '../fabriques/atelier'
import type { Structures } from './structures'

const jourMs = 86_400_000

/** Mails whose text is kept, the latest first: rendering each one takes time. */
const textesGardes = 200

/** Documents delivered and posted, mails that did not arrive, a shared mailbox, and readers who group their mails. */
export async function animerDocuments(atelier: Atelier, structures: Structures): Promise<void> {
  const cadre = { ...atelier, hasard: atelier.hasard.branche('documents') }
  await remettre(cadre, structures.yssoire.id)
  await poster(cadre, structures.vaucreux.id)
  await echouer(cadre, structures)
  await cadre.tx.structure.update({
    where: { id: structures.vaucreux.id },
    data: { courriel: 'accueil@ccas-vaucreux.example' },
  })
  await regler(cadre, structures)
  await garderTextes(cadre)
}

/** The last demande of a partenaire habilité: a document of last week, downloaded twice; another one, about to expire. */
async function remettre(atelier: Atelier, structureId: string): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const demande = await tx.demande.findFirst({
    where: { structureId, agentId: { not: null }, etat: { in: ['prise_en_charge', 'traitee'] } },
    orderBy: [{ deposeeLe: 'desc' }, { id: 'asc' }],
  })
  if (!demande?.agentId) throw new Error('Aucune demande d’un partenaire habilité.')
  const depuis = demande.deposeeLe.getTime()
  const fin = demande.closeLe ?? maintenant
  const a = (part: number) => new Date(depuis + (fin.getTime() - depuis) * part)
  const lieu = { demandeId: demande.id, caisseId: demande.caisseId, structureId }
  for (const { le, recus, reste } of [
    { le: a(0.5), recus: [a(0.6), a(0.8)], reste: 60 },
    { le: a(0.7), recus: [], reste: 1 },
  ]) {
    const { contenu, ...fichier } = await fabriquerPiece({
      type: 'attestation_droits',
      nom: 'Camille Exemple',
      graine: reste,
      format: 'pdf',
    })
    const id = hasard.uuid(le)
    await tx.pieceJointe.create({
      data: {
        id,
        ...lieu,
        ...fichier,
        nomFichier: 'attestation-de-droits.pdf',
        ...(await rangerFichier(id, flux(contenu))),
        sens: 'sortante',
        code: 'reponse',
        taille: contenu.length,
        empreinte: createHash('sha256').update(contenu).digest('hex'),
        etat: 'saine',
        analyseeLe: le,
        deposeeParId: demande.agentId,
        deposeeLe: le,
        expireLe: debutDuJour(ajouterJours(dateAParis(maintenant), reste + 1)),
      },
    })
    const fait = { ...lieu, visiblePartenaire: true, details: {} }
    await tx.evenement.create({
      data: { ...fait, id: hasard.uuid(le), type: 'document_remis', cote: 'caisse', auteurId: demande.agentId, le },
    })
    const compteId = demande.auteurId
    for (const [rang, quand] of recus.entries()) {
      await tx.telechargement.create({
        data: { id: hasard.uuid(quand), pieceJointeId: id, ...lieu, compteId, le: quand },
      })
      if (rang === 0)
        await tx.evenement.create({
          data: {
            ...fait,
            id: hasard.uuid(quand),
            type: 'document_telecharge',
            cote: 'partenaire',
            auteurId: compteId,
            le: quand,
          },
        })
    }
  }
}

async function poster({ tx, hasard }: Atelier, structureId: string): Promise<void> {
  const demande = await tx.demande.findFirst({
    where: { structureId, service: 'document', issue: 'envoye_courrier', agentId: { not: null } },
    orderBy: [{ closeLe: 'desc' }, { id: 'asc' }],
  })
  if (!demande?.closeLe) return
  const le = new Date(demande.closeLe.getTime() - 60_000)
  await tx.evenement.create({
    data: {
      id: hasard.uuid(le),
      demandeId: demande.id,
      caisseId: demande.caisseId,
      structureId,
      type: 'document_poste',
      cote: 'caisse',
      auteurId: demande.agentId,
      visiblePartenaire: true,
      le,
      details: { document: demande.objet.slice(0, 120), posteLe: dateAParis(le) },
    },
  })
}

/** One mail refused at once, one that came back: an address of a leaver, and a full mailbox. */
async function echouer({ tx, hasard, maintenant }: Atelier, structures: Structures): Promise<void> {
  const demande = await tx.demande.findFirstOrThrow({
    where: { structureId: structures.vaucreux.id, ouverte: true },
    orderBy: [{ deposeeLe: 'desc' }, { id: 'asc' }],
    include: { auteur: true, caisse: true },
  })
  const gestionnaire = await tx.compte.findFirstOrThrow({
    where: { structureId: structures.vaucreux.id, profil: 'gestionnaire', etat: 'actif' },
    orderBy: { identifiant: 'asc' },
  })
  const hier = new Date(maintenant.getTime() - jourMs)
  for (const [heures, ligne] of [
    [
      3,
      {
        modele: 'demande_deposee',
        objet: `Demande ${demande.reference}\u00a0: la caisse l’a bien reçue`,
        destinataire: 'accueil-ccas@ccas-vaucreux.example',
        demandeId: demande.id,
        caisseId: demande.caisseId,
        donnees: { reference: demande.reference, caisse: demande.caisse.nom },
        erreur: '550 5.1.1 <accueil-ccas@ccas-vaucreux.example>: Recipient address rejected: User unknown',
      },
    ],
    [
      1,
      {
        modele: 'mot_de_passe_bientot',
        objet: 'Espace Partenaires\u00a0: votre mot de passe sera bientôt à changer',
        destinataire: gestionnaire.courriel,
        compteId: gestionnaire.id,
        envoyeLe: hier,
        donnees: {},
        erreur: '5.2.2 554 mailbox full',
      },
    ],
  ] as const) {
    const creeLe = new Date(hier.getTime() - heures * 3_600_000)
    const id = hasard.uuid(creeLe)
    const messageId = `<${id}@demonstration.example>`
    await tx.courriel.create({ data: { id, messageId, etat: 'echec', creeLe, echecLe: hier, ...ligne } })
  }
}

async function regler({ tx }: Atelier, structures: Structures): Promise<void> {
  const techniciens = await tx.compte.findMany({
    where: { structureId: structures.vaucreux.id, profil: 'technicien', etat: 'actif' },
    orderBy: { identifiant: 'asc' },
  })
  for (const [rang, { id, identifiant }] of techniciens.entries()) {
    // The account most visits start from shows each mail.
    if (identifiant === 'vaucreux-mlegall') continue
    const frequenceCourriels = ['chaque', 'jour', 'deux_par_jour', 'chaque', 'aucun'][rang % 5] ?? 'chaque'
    await tx.compte.update({
      where: { id },
      data: { preferences: { raccourcis: true, frequenceCourriels, premiereVisite: 'faite' } },
    })
  }
}

async function garderTextes({ tx }: Atelier): Promise<void> {
  process.env.URL_PUBLIQUE ??= 'http://localhost:3000'
  const envoyes = await tx.courriel.findMany({
    where: { etat: 'envoye', demandeId: { not: null } },
    orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
    take: textesGardes,
  })
  for (const courriel of envoyes) {
    if (!estModeleDemande(courriel.modele)) continue
    const rendu = await rendreCourriel(courriel)
    await tx.courriel.update({ where: { id: courriel.id }, data: { texte: rendu?.texte } })
  }
}

async function* flux(contenu: Buffer): AsyncGenerator<Uint8Array> {
  yield contenu
}
