import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FormulaireContact } from '@/components/partenaires/formulaire-contact'
import { PageEcriture } from '@/components/partenaires/page-ecriture'
import { actionSupprimerContactPartenaire } from '@/lib/partenaires/actions'
import { fichePourEcriture } from '@/lib/partenaires/queries-fiche'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Modifier un contact du partenaire'
export const metadata: Metadata = { title: TITRE }

export default async function ModifierContact({ params }: PageProps<'/caisse/partenaires/[id]/contacts/[contactId]'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id, contactId } = await params
  const fiche = await fichePourEcriture(acteur, id)
  const contact = fiche?.contacts.find((candidat) => candidat.id === contactId)
  if (!fiche || !contact) notFound()
  return (
    <PageEcriture acteur={acteur} fiche={fiche} titre={TITRE} ancre="contacts">
      <FormulaireContact titre={TITRE} partenaireId={id} contact={contact} />
      <Formulaire
        action={actionSupprimerContactPartenaire}
        titrePage={TITRE}
        cle="supprimer"
        className="mt-8 border-t border-filet pt-6"
      >
        <ChampCache name="partenaireId" valeur={id} />
        <ChampCache name="id" valeur={contact.id} />
        <BoutonEnvoi aspect="danger" enCours="Retrait…">
          Retirer ce contact
        </BoutonEnvoi>
      </Formulaire>
    </PageEcriture>
  )
}
