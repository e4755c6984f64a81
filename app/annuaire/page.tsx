import type { Metadata } from 'next'
import { AvisConfirmation } from '@/components/annuaire/confirmation'
import { AnnuaireCoteCaisse } from '@/components/annuaire/cote-caisse'
import { AnnuaireCotePartenaire } from '@/components/annuaire/cote-partenaire'
import { Cadre } from '@/components/cadre/cadre'
import { Fait } from '@/components/ui/fait'
import { confirmationAttendue } from '@/lib/annuaire/confirmation'
import { annuaireDeLaCaisse, annuaireDuPartenaire } from '@/lib/annuaire/queries'
import { rechercheSchema } from '@/lib/annuaire/schema'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Annuaire' }

const faits = { oui: 'Votre annuaire est confirmé : la date se lit de l’autre côté.' }

export default async function Annuaire({ searchParams }: PageProps<'/annuaire'>) {
  const acteur = await exigerActeur('annuaire.voir')
  const requete = await searchParams
  const tete = (
    <>
      <Fait fait={requete.confirme} mots={faits} />
      <AvisConfirmation depuis={await confirmationAttendue(acteur, new Date())} />
    </>
  )
  if (acteur.partenaire)
    return (
      <Cadre acteur={acteur} entree="/annuaire" exacte>
        {tete}
        <AnnuaireCotePartenaire
          annuaire={await annuaireDuPartenaire(acteur)}
          organisme={acteur.partenaire.nom}
          tient={aDroit(acteur, 'equipe.gerer')}
          plusieurs={acteur.structure?.unique === false}
          enregistre={requete.enregistre === 'oui'}
        />
      </Cadre>
    )
  const recherche = rechercheSchema.parse(await avecMots(acteur, requete))
  return (
    <Cadre acteur={acteur} entree="/annuaire" exacte>
      {tete}
      <AnnuaireCoteCaisse
        annuaire={await annuaireDeLaCaisse(acteur, recherche)}
        recherche={recherche}
        caisse={acteur.caisse?.nom ?? ''}
        regle={aDroit(acteur, 'caisse.regler')}
        gere={aDroit(acteur, 'partenaire.gerer')}
      />
    </Cadre>
  )
}
