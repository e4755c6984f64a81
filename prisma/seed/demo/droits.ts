import { echeanceDuDroit } from '@/lib/personnes/regles'
import { enDate } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import type { Atelier } from '../fabriques/atelier'
import type { Structures } from './structures'

/** Two requests of persons at the caisse of the demo: one near its end whose dossiers are found, one just arrived. */
export async function conterDroits(atelier: Atelier, { vaucreux }: Structures): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const caisseId = vaucreux.parts[0]?.caisse.id
  const dpo = await tx.compte.findFirst({
    where: { caisseId, etat: 'actif', roles: { has: 'dpo' } },
    orderBy: { identifiant: 'asc' },
  })
  const demandes = await tx.demande.findMany({
    where: { caisseId, nomNaissance: { not: null } },
    orderBy: { reference: 'asc' },
    take: 2,
  })
  const [premiere, seconde] = demandes
  if (!caisseId || !dpo || !premiere || !seconde) return
  const aujourdhui = dateAParis(maintenant)
  const il = (jours: number) => ajouterJours(aujourdhui, -jours)
  const enregistrer = async (
    { nomNaissance, prenom, dateNaissance }: typeof premiere,
    recueLe: string,
    faits: { reference: string; type: string; canal: string; objet: string; identiteMoyen?: string },
  ) => {
    const le = new Date(maintenant.getTime() - 3_600_000)
    const id = hasard.uuid(le)
    await tx.demandePersonne.create({
      data: {
        id,
        caisseId,
        ...faits,
        nomNaissance: nomNaissance ?? '',
        prenom: prenom ?? '',
        dateNaissance,
        recueLe: enDate(recueLe),
        echeanceLe: enDate(echeanceDuDroit(recueLe, false)),
        identiteLe: faits.identiteMoyen ? enDate(il(20)) : null,
        creeLe: le,
        creeParId: dpo.id,
      },
    })
    await tx.evenementPersonne.create({
      data: { id: hasard.uuid(le), demandePersonneId: id, caisseId, type: 'enregistree', le, auteurId: dpo.id },
    })
    return id
  }
  const annee = aujourdhui.slice(2, 4)
  const acces = await enregistrer(premiere, il(26), {
    reference: `P${annee}-0001`,
    type: 'acces',
    canal: 'courrier',
    objet: 'Demande une copie de tout ce que la caisse garde sur elle.',
    identiteMoyen: 'piece_identite',
  })
  await tx.dossierPersonne.create({
    data: { demandePersonneId: acces, demandeId: premiere.id, caisseId, retenuLe: maintenant },
  })
  await enregistrer(seconde, il(3), {
    reference: `P${annee}-0002`,
    type: 'rectification',
    canal: 'guichet',
    objet: 'Son nom de naissance est mal écrit sur ses demandes.',
  })
}
