import { createHash, randomUUID } from 'node:crypto'
import { journaliser } from '@/lib/journal/ecrire'
import { effacerFichier, rangerFichier } from '@/lib/pieces-jointes/coffre'
import { type Destination, exigerPlace, verifierDestination } from '@/lib/pieces-jointes/destination'
import { inspecteur } from '@/lib/pieces-jointes/inspecteur'
import { nomDeFichierSur, nomSelonType } from '@/lib/pieces-jointes/nom-fichier'
import { messageRefus } from '@/lib/pieces-jointes/refus'
import { vuePiece } from '@/lib/pieces-jointes/vue'
import { type Acteur, coteDe, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
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
      await exigerPlace(tx, destination, recu, lieu.limites.total)
      const piece = await tx.pieceJointe.create({
        data: {
          id,
          ...recu,
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
      if (taille > limite) throw new ErreurMetier('saisie', messageRefus('trop_gros', nom, { parFichier: limite }))
      examen.ajouter(morceau)
      empreinte.update(morceau)
      yield morceau
    }
  }
  const enveloppe = await rangerFichier(id, surveiller())
  const verdict = await examen.conclure(nom)
  if ('refus' in verdict) throw new ErreurMetier('saisie', verdict.refus)
  return {
    ...enveloppe,
    nomFichier: nomSelonType(nom, verdict.type),
    taille,
    empreinte: empreinte.digest('hex'),
    typeMime: verdict.typeMime,
  }
}
