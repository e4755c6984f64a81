import type { ReactNode } from 'react'
import { duree, preavis } from '@/lib/conventions/libelles'
import type { VueConvention } from '@/lib/conventions/queries-detail'
import { pluriel } from '@/lib/socle/format'

/** The five facts on top of a convention, as its avenants leave them. */
export function faitsDe(vue: VueConvention): { cle: string; valeur: ReactNode }[] {
  const { convention, parts, termes, comptes, referents, part } = vue
  const { dureeMois, taciteReconduction, preavisMois } = termes ?? convention
  const referentPartenaire = convention.partenaire.contacts.find(({ type }) => type === 'referent')
  const referent = referents.find(({ id }) => id === part.referentId)
  return [
    {
      cle: parts.length > 1 ? 'Caisses' : 'Caisse',
      valeur: parts.map(({ nom }) => (parts.length > 1 ? nomCourt(nom) : nom)).join(', '),
    },
    {
      cle: 'Durée',
      valeur: `${duree(dureeMois)}, ${taciteReconduction ? 'tacite reconduction' : 'sans reconduction'}`,
    },
    { cle: 'Préavis de dénonciation', valeur: preavis(preavisMois) },
    ...(referent ? [{ cle: 'Suivie par', valeur: `${referent.prenom} ${referent.nom}` }] : []),
    { cle: 'Référent du partenaire', valeur: referentPartenaire?.nom ?? 'Non indiqué' },
    {
      cle: 'Comptes ouverts',
      valeur: `${pluriel(comptes.gestionnaires, 'gestionnaire')}, ${pluriel(comptes.techniciens, 'technicien')}`,
    },
    ...(part.habiliteDocuments ? [{ cle: 'Documents', valeur: 'Remis dans le portail' }] : []),
  ]
}

/** «CPAM des Deux-Vallées» beside others: «Deux-Vallées». */
const nomCourt = (nom: string) => nom.replace(/^(CPAM|CGSS|CCSS)\s+(de la|de l’|des|du|de|d’)\s*/i, '')
