import type { ZipFile } from 'yazl'
import { journaliser } from '@/lib/journal/ecrire'
import { type DemandeDuDossier, pourLaPersonne, remettable } from '@/lib/personnes/dossier'
import { copieEnPdf, type EnteteExport, type FichierExporte } from '@/lib/personnes/export-pdf'
import { lireDossier } from '@/lib/personnes/queries'
import { ajouterPiece, archiver } from '@/lib/pieces-jointes/archive'
import { preparerFichier } from '@/lib/pieces-jointes/fichier-prepare'
import { etatFichierEnMots } from '@/lib/pieces-jointes/mots-etat'
import { nomDeFichierSur } from '@/lib/pieces-jointes/nom-fichier'
import { avecTravaux, baseTravaux } from '@/lib/socle/base'

/** Days an archive waits to be downloaded. */
const GARDE_JOURS = 7

/**
 * Makes the archive of an export: copy in PDF, data in JSON, what they mean, and the files, clean ones only. Written as it goes, and
 * encrypted in the storage as any file. Safe to run twice.
 */
export async function exporterPersonne(exportId: string, maintenant = new Date()): Promise<void> {
  const base = baseTravaux()
  const demande = await base.exportPersonne.findUnique({ where: { id: exportId }, include: { demandePersonne: true } })
  if (!demande || demande.etat !== 'en_preparation') return
  const { demandePersonne: droit, caisseId } = demande
  let dossier: DemandeDuDossier[] = []
  await preparerFichier({
    sorte: 'copie',
    id: exportId,
    maintenant,
    gardeJours: GARDE_JOURS,
    ecrire: async (avancer) => {
      dossier = await avecTravaux((tx) => lireDossier(tx, droit.id))
      const fichiers = situer(dossier)
      await base.exportPersonne.update({ where: { id: exportId }, data: { total: fichiers.length, faits: 0 } })
      return contenu(await lireEntete(droit, maintenant), dossier, fichiers, avancer)
    },
    pret: async (tx) => {
      for (const { id } of dossier)
        await journaliser(tx, {
          action: 'personne.export_pret',
          profil: 'automatique',
          objetType: 'demande',
          objetId: id,
          caisseId,
          details: { exportId },
        })
    },
  })
}

async function lireEntete(
  droit: { reference: string; caisseId: string; prenom: string; nomNaissance: string },
  faitLe: Date,
): Promise<EnteteExport> {
  const caisse = await baseTravaux().caisse.findUniqueOrThrow({
    where: { id: droit.caisseId },
    include: { contacts: { where: { type: 'dpo' }, orderBy: { ordre: 'asc' }, take: 1 } },
  })
  const [dpo] = caisse.contacts
  const adresse = dpo?.adresse ?? `${caisse.adresse}, ${caisse.codePostal} ${caisse.ville}`
  return {
    reference: droit.reference,
    caisse: caisse.nom,
    dpo: `${caisse.nom}, délégué à la protection des données, ${adresse.replaceAll('\n', ', ')}${dpo?.courriel ? `, ${dpo.courriel}` : ''}`,
    personne: `${droit.prenom} ${droit.nomNaissance}`,
    faitLe,
  }
}

/** Where each file goes in the archive; two of one name do not meet. */
export function situer(dossier: DemandeDuDossier[]): FichierExporte[] {
  return dossier.flatMap(({ reference, fichiers }) =>
    fichiers.map((fichier, rang) => {
      if (!remettable(fichier)) return { id: fichier.id, chemin: null, raison: etatFichierEnMots(fichier.etat) }
      const numero = String(rang + 1).padStart(2, '0')
      return { id: fichier.id, chemin: `fichiers/${reference}/${numero} ${nomDeFichierSur(fichier.nom)}` }
    }),
  )
}

function contenu(
  entete: EnteteExport,
  dossier: DemandeDuDossier[],
  fichiers: FichierExporte[],
  avancer: (n: number) => Promise<void>,
): AsyncIterable<Uint8Array> {
  return archiver(async (zip) => {
    const presents: FichierExporte[] = []
    for (const fichier of fichiers) {
      presents.push(fichier.chemin ? await ajouterFichier(zip, fichier, fichier.chemin, entete.faitLe) : fichier)
      await avancer(1)
    }
    const donnees = {
      version: 1,
      demande: entete.reference,
      caisse: entete.caisse,
      faitLe: entete.faitLe.toISOString(),
      demandes: pourLaPersonne(dossier),
      fichiers: presents.map(({ id, chemin, raison }) => ({ id, chemin, ...(raison && { raison }) })),
    }
    const options = { mtime: entete.faitLe }
    zip.addBuffer(await copieEnPdf(entete, dossier, presents), 'copie-de-vos-donnees.pdf', options)
    zip.addBuffer(Buffer.from(JSON.stringify(donnees, null, 2)), 'donnees.json', options)
    zip.addBuffer(Buffer.from(lisezMoi(entete, presents)), 'lisez-moi.txt', options)
  })
}

async function ajouterFichier(
  zip: ZipFile,
  fichier: FichierExporte,
  chemin: string,
  mtime: Date,
): Promise<FichierExporte> {
  const piece = await baseTravaux().pieceJointe.findUnique({ where: { id: fichier.id } })
  if (!piece || piece.cleEnveloppee.length === 0)
    return { ...fichier, chemin: null, raison: 'Effacé, sa durée de conservation est passée' }
  if (!(await ajouterPiece(zip, piece, chemin, mtime)))
    return { ...fichier, chemin: null, raison: 'Illisible dans le stockage' }
  return fichier
}

function lisezMoi({ reference, caisse, dpo }: EnteteExport, fichiers: FichierExporte[]): string {
  const absents = fichiers.filter(({ chemin }) => !chemin).length
  return [
    `Copie des données, demande ${reference}, ${caisse}`,
    '',
    'copie-de-vos-donnees.pdf : tout ce qui est gardé, à lire.',
    'donnees.json : la même chose, pour un ordinateur (UTF-8).',
    'fichiers/ : les pièces et les documents, par demande.',
    ...(absents > 0 ? [`Fichiers non remis : ${absents}. La copie dit lesquels, et pourquoi.`] : []),
    '',
    'donnees.json, version 1 :',
    '  demandes : une par demande (référence, objet, dates, identité, accord, réponses, attestations).',
    '  demandes[].messages : messages et notes ; retireLe, quand l’auteur l’avait retiré.',
    '  demandes[].fichiers : nom, type, taille, sens (entrante : reçue ; sortante : de la caisse), état.',
    '  demandes[].rendezVous, historique, courriels : ce qui s’est passé, et quand.',
    '  demandes[].consultations : qui a consulté, par organisme ; rang : ligne du journal du portail.',
    '  fichiers : le chemin de chaque fichier dans l’archive, ou la raison de son absence.',
    '  Les instants sont en temps universel (ISO 8601), les jours en AAAA-MM-JJ.',
    '',
    `Une question, une correction : ${dpo}`,
    '',
  ].join('\r\n')
}
