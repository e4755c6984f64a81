import { type ActeAvecPage, adresseActe, libellesActe } from '@/components/conventions/adresses'
import { type LienAction, ListeActions } from '@/components/ui/liste-actions'
import type { Acte } from '@/lib/conventions/regles'

const ordre: ActeAvecPage[] = [
  'signer',
  'modifier',
  'lever',
  'denoncer',
  'retirer',
  'mettre_en_demeure',
  'document',
  'habilitation',
]
const lourds: ActeAvecPage[] = ['resilier', 'abandonner']

/** What the référent may do with the part of its caisse today. */
export function AgirSurLaConvention({
  id,
  partenaireId,
  actes,
  vivante,
}: {
  id: string
  partenaireId: string
  actes: Acte[]
  vivante: boolean
}) {
  const lien = (acte: ActeAvecPage): LienAction[] =>
    actes.includes(acte)
      ? [{ href: adresseActe(id, acte), libelle: libellesActe[acte], danger: lourds.includes(acte) }]
      : []
  const liens: LienAction[] = [
    ...ordre.flatMap(lien),
    ...(actes.includes('renouveler')
      ? [
          {
            href: `/caisse/conventions/nouvelle?partenaire=${partenaireId}&suite=${id}`,
            libelle: 'Préparer la convention suivante',
          },
        ]
      : []),
    { href: `/caisse/partenaires/${partenaireId}`, libelle: 'Voir la fiche du partenaire' },
    ...lourds.flatMap(lien),
    ...(vivante
      ? [{ href: `/caisse/partenaires/${partenaireId}/suspendre`, libelle: 'Suspendre le partenaire', danger: true }]
      : []),
  ]
  return (
    <section aria-labelledby="agir" className="mt-7">
      <h2 id="agir" className="text-19">
        Agir sur cette convention
      </h2>
      <ListeActions liens={liens} className="mt-2 text-15" />
    </section>
  )
}
