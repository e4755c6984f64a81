import { type Atelier, ilYA } from '../fabriques/atelier'

type Recit = {
  de: string
  page: string
  activite: string
  constat: string
  gene: 'gene' | 'bloque' | 'bloque_plusieurs'
  etat: 'nouveau' | 'en_cours' | 'transmis' | 'resolu'
  jours: number
  largeur?: number
  reponse?: string
}

const recits: Recit[] = [
  {
    de: 'vaucreux-mlegall',
    page: '/demandes/brouillon/[id]/[etape]',
    activite: 'Je joignais la photo d’un justificatif prise avec mon téléphone.',
    constat: 'La barre reste à moitié pleine, puis plus rien. Il a fallu recommencer deux fois.',
    gene: 'bloque',
    etat: 'nouveau',
    jours: 1,
    largeur: 390,
  },
  {
    de: 'vaucreux-jthiebaut',
    page: '/demandes/brouillon/[id]/[etape]',
    activite: 'Une collègue joignait un PDF de douze pages.',
    constat: 'Le fichier est refusé sans que la raison se voie sur le petit écran.',
    gene: 'gene',
    etat: 'en_cours',
    jours: 4,
    reponse: 'Nous regardons avec le même fichier. En attendant, séparez-le en deux : chaque partie passe.',
  },
  {
    de: 'deuxvallees-faubertin',
    page: '/caisse/file',
    activite: 'Je triais la file par échéance.',
    constat: 'Le tri se perd quand je reviens d’une demande.',
    gene: 'bloque_plusieurs',
    etat: 'transmis',
    jours: 6,
    reponse: 'Nous le voyons sur plusieurs postes : cela dépasse la caisse.',
  },
  {
    de: 'vaucreux-mlegall',
    page: '/demandes/recherche',
    activite: 'Je cherchais une demande par son numéro.',
    constat: 'Rien ne s’affichait avec un espace avant le numéro.',
    gene: 'gene',
    etat: 'resolu',
    jours: 40,
    reponse: 'C’est corrigé : les espaces ne comptent plus.',
  },
]

/** What people of a caisse and of one of its partenaires told of the portal: new, followed, passed on, resolved. */
export async function signalerDysfonctionnements(atelier: Atelier, caisseId: string): Promise<void> {
  const { tx } = atelier
  const hasard = atelier.hasard.branche('support')
  const referent = await tx.compte.findFirstOrThrow({
    where: { caisseId, roles: { has: 'referent' }, etat: 'actif' },
    orderBy: { identifiant: 'asc' },
  })
  for (const { de, jours, reponse, etat, ...recit } of recits) {
    const auteur = await tx.compte.findUnique({ where: { identifiant: de } })
    if (!auteur) continue
    const [creeLe, dernierLe] = [ilYA(atelier, jours), ilYA(atelier, reponse ? jours - 1 : jours)]
    const id = hasard.uuid(creeLe)
    await tx.dysfonctionnement.create({
      data: {
        id,
        caisseId,
        compteId: auteur.id,
        partenaireId: auteur.partenaireId,
        profil: auteur.profil,
        navigateur: 'Firefox sur Windows version 144',
        largeur: 1280,
        ...recit,
        etat,
        national: etat === 'transmis',
        creeLe,
        dernierLe,
        version: reponse ? 2 : 1,
      },
    })
    if (reponse)
      await tx.echangeSupport.create({
        data: {
          id: hasard.uuid(dernierLe),
          dysfonctionnementId: id,
          auteurId: referent.id,
          cote: 'caisse',
          texte: reponse,
          etat,
          ecritLe: dernierLe,
        },
      })
  }
}
