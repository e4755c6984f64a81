import type { Metadata } from 'next'
import { AnnuaireCoteCaisse } from '@/components/annuaire/cote-caisse'
import { AnnuaireCotePartenaire } from '@/components/annuaire/cote-partenaire'
import { Cadre } from '@/components/cadre/cadre'
import { annuaireDeLaCaisse, annuaireDuPartenaire } from '@/lib/annuaire/queries'
import { rechercheSchema } from '@/lib/annuaire/schema'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { aDroit } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Annuaire' }

export default async function Annuaire({ searchParams }: PageProps<'/annuaire'>) {
  const acteur = await exigerActeur('annuaire.voir')
  const requete = await searchParams
  if (acteur.partenaire)
    return (
      <Cadre acteur={acteur} entree="/annuaire" exacte>
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
