import type { z } from 'zod'
import { type Contenu, lireContenu } from '@/lib/demandes-habilitation/contenu'
import { refuserEtat } from '@/lib/demandes-habilitation/etat-depasse'
import { type Examen, examinerDemande } from '@/lib/demandes-habilitation/examiner-demande'
import { prevenirDemandeur } from '@/lib/demandes-habilitation/prevenir'
import type { applicationSchema } from '@/lib/demandes-habilitation/schema'
import { creerCompte } from '@/lib/habilitations/creer-compte'
import { inactiverCompte, programmerInactivation } from '@/lib/habilitations/inactiver-compte'
import { motifsInactivation } from '@/lib/habilitations/libelles'
import { modifierCompte } from '@/lib/habilitations/modifier-compte'
import { journaliser } from '@/lib/journal/ecrire'
import type { EvenementJournal } from '@/lib/journal/evenements'
import type { Contexte, Suite } from '@/lib/socle/action'
import { ErreurMetier } from '@/lib/socle/erreurs'

/** A request addressed to the caisse of the référent. */
export async function demandeDeMaCaisse({ tx, acteur }: Contexte, id: string): Promise<Contenu> {
  const rang = await tx.demandeHabilitation.findFirst({ where: { id, caisseId: acteur.caisse?.id } })
  if (!rang) throw new ErreurMetier('introuvable')
  return lireContenu(rang)
}

/** Does what is asked and closes the request, in one step (règles du domaine, §3): refused as long as a rule stands in the way. */
export async function appliquerDemande(
  contexte: Contexte,
  { id, version }: z.output<typeof applicationSchema>,
): Promise<Suite> {
  const { tx, acteur, maintenant } = contexte
  const demande = await demandeDeMaCaisse(contexte, id)
  // Claimed first: who comes second finds it treated, and whatever fails below gives it back.
  const { count } = await tx.demandeHabilitation.updateMany({
    where: { id, caisseId: demande.caisseId, etat: 'deposee' },
    data: { etat: 'appliquee', traiteeLe: maintenant, traiteeParId: acteur.compteId },
  })
  if (count === 0) await refuserEtat(contexte, id)
  const examen = await examinerDemande(contexte, demande)
  if (examen.obstacles.length > 0) throw new ErreurMetier('etat_change', examen.obstacles.join(' '))
  const acte = await enMots(() => agir(contexte, demande, examen, Number(version)))
  const { caisseId, type } = demande
  await journaliser(tx, {
    action: acte.action,
    acteur,
    objetType: 'compte',
    objetId: acte.compteId,
    caisseId,
    details: { habilitation: id },
  })
  await prevenirDemandeur(tx, demande, 'habilitation_appliquee', examen.le ? { jour: examen.le } : {})
  return {
    vers: `/caisse/habilitations/${id}`,
    journal: { objetType: 'habilitation', objetId: id, caisseId, details: { type, compte: acte.compteId } },
  }
}

type Acte = { compteId: string; action: EvenementJournal }

async function agir(contexte: Contexte, demande: Contenu, { compte, le }: Examen, version: number): Promise<Acte> {
  const { id, type, identite, structureId } = demande
  if (type === 'creation' && identite) {
    const cree = await creerCompte(contexte, { profil: 'gestionnaire', structureId, identite })
    await contexte.tx.demandeHabilitation.updateMany({ where: { id }, data: { compteId: cree.id } })
    return { compteId: cree.id, action: 'compte.cree' }
  }
  if (!compte) throw new ErreurMetier('introuvable')
  const compteId = compte.id
  if (type === 'modification' && identite) {
    await modifierCompte(contexte, { compteId, version, identite })
    return { compteId, action: 'compte.modifie' }
  }
  const motif = motifsInactivation.depart
  if (le) await programmerInactivation(contexte, { compteId, le, motif })
  else await inactiverCompte(contexte, { compteId, motif })
  return { compteId, action: le ? 'compte.inactivation_prevue' : 'compte.inactive' }
}

/** The page that applies has no field: what a form would show at one is said in a sentence. */
async function enMots<T>(travail: () => Promise<T>): Promise<T> {
  try {
    return await travail()
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.erreurs)
      throw new ErreurMetier('etat_change', Object.values(erreur.erreurs).join(' '))
    throw erreur
  }
}
