import { enregistrerFormation } from '@/lib/formations/enregistrer-formation'
import { inviterALaFormation } from '@/lib/formations/inviter'
import { publierFormation } from '@/lib/formations/publier-formation'
import { formationSchema } from '@/lib/formations/schema'
import { enParties } from '@/lib/socle/jour'
import { type AtelierOuvert } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { acteurDe, agir } from '@/tests/contexte'

/** A Monday, at nine in Paris. */
export const MAINTENANT = new Date('2026-03-02T08:00:00Z')
export const apres = (jours: number) => new Date(MAINTENANT.getTime() + jours * 86_400_000)

/** What a référent types: a session of three hours, ten days later. */
export const saisie = (plus: Record<string, unknown> = {}) => ({
  id: '',
  theme: 'Déposer une demande de C2S',
  description: 'Les pièces à joindre, les erreurs qui font perdre du temps.',
  mode: 'sur_place',
  lieu: 'Siège de la caisse, salle 2',
  jour: enParties('2026-03-12'),
  debut: '9 h',
  fin: '12 h 30',
  inscriptionsJusquau: enParties('2026-03-10'),
  places: '2',
  profils: ['technicien', 'gestionnaire'],
  audience: 'tous',
  ...plus,
})

/** A caisse with two partenaires, and what is done there. */
export async function creerMonde(atelier: AtelierOuvert) {
  const ici = await fabriquePartenariat(atelier)
  const partenaire = await fabriquePartenaire(atelier)
  await fabriqueConvention(atelier, { partenaireId: partenaire.id, caisses: [{ caisseId: ici.caisse.id }] })
  const deLAutre = { partenaireId: partenaire.id, structureId: partenaire.structure.id }
  const autre = {
    partenaire,
    gestionnaire: await fabriqueCompte(atelier, { profil: 'gestionnaire', ...deLAutre }),
    technicien: await fabriqueCompte(atelier, { profil: 'technicien', ...deLAutre }),
  }
  const referent = await acteurDe(ici.referent.id, MAINTENANT)
  const { tx } = atelier

  const enregistrer = async (plus: Record<string, unknown> = {}, maintenant = MAINTENANT) => {
    const suite = await agir(
      referent,
      (contexte) => enregistrerFormation(contexte, formationSchema.parse(saisie(plus))),
      maintenant,
    )
    return suite.journal?.objetId ?? ''
  }
  const publier = async (plus: Record<string, unknown> = {}) => {
    const id = await enregistrer(plus)
    await agir(referent, (contexte) => publierFormation(contexte, { id }), MAINTENANT)
    return id
  }
  const lire = (id: string) => tx.formation.findUniqueOrThrow({ where: { id } })
  const courriels = (modele: string, compteId?: string) =>
    tx.courriel.findMany({ where: { modele, compteId }, orderBy: { id: 'asc' } })
  const inviter = (id: string) => inviterALaFormation(id, MAINTENANT)
  return { ici, autre, referent, tx, enregistrer, publier, lire, courriels, inviter }
}
