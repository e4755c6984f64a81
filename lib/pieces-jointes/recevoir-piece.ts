import { createHash, randomUUID } from 'node:crypto'
import { journaliser } from '@/lib/journal/ecrire'
import { effacerFichier, rangerFichier } from '@/lib/pieces-jointes/coffre'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { nomDeFichierSur } from '@/lib/pieces-jointes/nom-fichier'
import { type Destination, exigerPlace, verifierDestination } from '@/lib/pieces-jointes/destination'
import { vuePiece } from '@/lib/pieces-jointes/vue'
import { type Acteur, coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { taille as tailleEnMots } from '@/lib/socle/format'
import { trouverNir } from '@/lib/socle/texte-libre'
import { envoyerTravail } from '@/lib/travaux/file'

type FichierRecu = { nom: string; flux: AsyncIterable<Uint8Array> }

/**
 * Takes in one file: streamed, checked, encrypted to the storage as it comes (memory does not grow with its size), then recorded
 * with the job that analyses it. A refused or interrupted file leaves nothing behind.
 */
export async function recevoirPiece(acteur: Acteur, destination: Destination, fichier: FichierRecu, adresse: string) {
  const nom = nomDeFichierSur(fichier.nom)
  if (trouverNir(nom).length)
    throw new ErreurMetier(
      'saisie',
      `Le nom « ${nom} » contient un numéro de sécurité sociale : renommez le fichier avant de l’envoyer.`,
    )
  const { limites } = await avecPerimetre(perimetre(acteur), (tx) => verifierDestination(tx, acteur, destination))
  const id = randomUUID()
  try {
    const recu = await ecouler(id, nom, fichier.flux, limites.fichier)
    return await avecPerimetre(perimetre(acteur), async (tx) => {
      const lieu = await verifierDestination(tx, acteur, destination)
      await exigerPlace(tx, destination, recu.taille, lieu.limites.total)
      const piece = await tx.pieceJointe.create({
        data: {
          id,
          ...recu,
          nomFichier: nom,
          code: destination.code,
          ...lieu.rattachement,
          sens: coteDe(acteur) === 'caisse' ? 'sortante' : 'entrante',
          deposeeParId: acteur.compteId,
        },
      })
      await envoyerTravail(tx, 'piece.analyser', { pieceId: id })
      await journaliser(tx, {
        action: 'piece.deposee',
        acteur,
        adresse,
        objetType: 'piece',
        objetId: id,
        caisseId: piece.caisseId,
      })
      return vuePiece(piece)
    })
  } catch (erreur) {
    await effacerFichier(id)
    throw erreur
  }
}

async function ecouler(id: string, nom: string, flux: AsyncIterable<Uint8Array>, limite: number) {
  const examen = inspecteur()
  const empreinte = createHash('sha256')
  let taille = 0
  async function* surveiller() {
    for await (const morceau of flux) {
      taille += morceau.length
      if (taille > limite) throw new ErreurMetier('saisie', messageTropGrand(nom, limite))
      examen.ajouter(morceau)
      empreinte.update(morceau)
      yield morceau
    }
  }
  const enveloppe = await rangerFichier(id, surveiller())
  const verdict = await examen.conclure(nom)
  if ('refus' in verdict) throw new ErreurMetier('saisie', verdict.refus)
  return { ...enveloppe, taille, empreinte: empreinte.digest('hex'), typeMime: verdict.typeMime }
}

function messageTropGrand(nom: string, limite: number): string {
  return `« ${nom} » est trop lourd : ${tailleEnMots(limite)} au plus par fichier. Envoyez-le en plusieurs parties, ou en plus petite définition.`
}
