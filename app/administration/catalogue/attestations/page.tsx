import type { Metadata } from 'next'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Plus } from '@/components/ui/icones'
import { attestationsNationales } from '@/lib/catalogue/queries'
import { estService } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { exigerActeur } from '@/lib/socle/session'

const titre = 'Attestations demandées au dépôt'

export const metadata: Metadata = { title: titre }

export default async function Attestations({ searchParams }: PageProps<'/administration/catalogue/attestations'>) {
  const acteur = await exigerActeur('administrer')
  const attestations = await attestationsNationales(acteur)
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href="/administration/catalogue" libelle="Catalogue national" />
      <Fait fait={(await searchParams).fait} mots={{ enregistree: 'L’attestation est enregistrée.' }} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1>{titre}</h1>
        <LienBouton href="/administration/catalogue/attestations/nouvelle" icone={<Plus />}>
          Ajouter une attestation
        </LienBouton>
      </div>
      <p className="mt-2 text-15 text-encre-2">
        Les mots attestés sont gardés avec chaque demande : ceux des demandes déposées ne changent jamais.
      </p>
      <TableauFiches
        legende={titre}
        colonnes={['Texte', 'Quand', 'Service', 'État']}
        lignes={attestations.map(({ code, texte, condition, service, actif }) => ({
          cle: code,
          cellules: [
            <a key="texte" href={`/administration/catalogue/attestations/${code}`}>
              {texte}
            </a>,
            condition === 'assure' ? 'Pour un assuré' : 'Toujours',
            service && estService(service) ? definitionDe(service).verbe : 'Tous les services',
            actif ? 'Demandée' : 'Retirée',
          ],
        }))}
      />
    </Cadre>
  )
}
