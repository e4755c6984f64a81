import { randomUUID } from 'node:crypto'
import { normaliser } from '@/lib/demandes/regles'
import { adresseDuJournal } from '@/lib/journal/adresses'
import type { Criteres, SaisieRecherche } from '@/lib/journal/criteres'
import { joursDe } from '@/lib/journal/criteres'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { dateAParis } from '@/lib/socle/temps'

const gardeeMs = 12 * 3_600_000
const comptesMax = 50

/**
 * Keeps what is searched for a few hours, for this account only, and leads to its page: no name stands in an address, nor in
 * what is kept. An account or a person that is not found is said at once.
 */
export async function chercherAuJournal(contexte: Contexte, saisie: SaisieRecherche): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const criteres: Criteres = { ...joursDe(saisie, dateAParis(maintenant)) }
  if (saisie.acte) criteres.acte = saisie.acte
  if (saisie.adresse) criteres.adresse = saisie.adresse
  if (saisie.compte) criteres.comptes = await comptesNommes(contexte, saisie.compte)
  if (saisie.demande) criteres.demandes = await demandeDe(contexte, saisie.demande)
  if (saisie.personne && saisie.naissance) {
    criteres.demandes = await demandesDeLaPersonne(contexte, saisie.personne, saisie.naissance)
    criteres.parPersonne = true
  }
  const id = randomUUID()
  await tx.rechercheJournal.createMany({
    data: [
      {
        id,
        compteId: acteur.compteId,
        criteres,
        creeLe: maintenant,
        expireLe: new Date(maintenant.getTime() + gardeeMs),
      },
    ],
  })
  const { du, au, acte } = criteres
  return {
    vers: `${adresseDuJournal(acteur)}?recherche=${id}`,
    journal: {
      objetType: 'recherche_journal',
      objetId: id,
      details: {
        du,
        au,
        ...(acte && { acte }),
        ...(criteres.comptes && { comptes: criteres.comptes.length }),
        ...(criteres.demandes && { demandes: criteres.demandes.length, parPersonne: criteres.parPersonne ?? false }),
      },
    },
  }
}

async function comptesNommes({ tx }: Contexte, texte: string): Promise<string[]> {
  const contient = (mot: string) =>
    (['nom', 'prenom', 'identifiant'] as const).map((champ) => ({
      [champ]: { contains: mot, mode: 'insensitive' as const },
    }))
  const trouves = await tx.compte.findMany({
    where: {
      AND: texte
        .split(/\s+/)
        .filter(Boolean)
        .map((mot) => ({ OR: contient(mot) })),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: comptesMax + 1,
  })
  if (trouves.length === 0) refuser('compte', 'Aucun compte ne porte ce nom ni cet identifiant')
  if (trouves.length > comptesMax)
    refuser('compte', 'Trop de comptes répondent à ces mots : ajoutez le prénom, ou donnez l’identifiant')
  return trouves.map(({ id }) => id)
}

async function demandeDe({ tx }: Contexte, reference: string) {
  const trouvees = await tx.$queryRaw<{ id: string; reference: string }[]>`
    SELECT id::text, reference FROM ep_journal_demande(${reference.replace(/\s/g, '')})`
  if (trouvees.length === 0) refuser('demande', 'Aucune demande ne porte cette référence, par exemple 26-009030')
  return trouvees
}

async function demandesDeLaPersonne({ tx, acteur }: Contexte, nom: string, naissance: string) {
  if (!acteur.caisse)
    refuser('personne', 'Seul le délégué à la protection des données d’une caisse cherche par personne')
  const mots = normaliser(nom).split(' ').filter(Boolean)
  const trouvees = await tx.$queryRaw<{ id: string; reference: string }[]>`
    SELECT id::text, reference FROM ep_journal_personne(${mots}, ${naissance}::date)`
  if (trouvees.length === 0)
    refuser('personne', 'Aucune demande de la caisse ne porte ce nom et cette date de naissance')
  return trouvees
}

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('saisie', undefined, { [champ]: message })
}
