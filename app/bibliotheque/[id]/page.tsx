import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActesDocument } from '@/components/bibliotheque/actes-document'
import { LienDocument } from '@/components/bibliotheque/lien-document'
import { VersionsDocument } from '@/components/bibliotheque/versions-document'
import { Cadre } from '@/components/cadre/cadre'
import { Badge } from '@/components/ui/badge'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { libelleGenre, libellesEtat } from '@/lib/bibliotheque/modele'
import { type DocumentVu, documentAVoir } from '@/lib/bibliotheque/queries'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { audienceEnMots } from '@/lib/publications/libelles'
import { dateAvecAnnee, typo } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Document' }

const faits = {
  cree: 'Le brouillon est enregistré. Ajoutez un fichier ou un lien, puis publiez-le.',
  modifie: 'Le document est modifié.',
  version: 'La version est ajoutée. Un fichier se lit dès que l’antivirus l’a vérifié.',
  publie: 'Le document est en ligne.',
  retire: 'Le document est retiré. Il peut être remis en ligne jusqu’au jour où il s’efface.',
}

export default async function FicheDocument({ params, searchParams }: PageProps<'/bibliotheque/[id]'>) {
  const acteur = await exigerActeur('publication.lire')
  const document = await documentAVoir(acteur, (await params).id)
  if (!document) notFound()
  return (
    <Cadre acteur={acteur} entree="/bibliotheque">
      <Fait fait={(await searchParams).fait} mots={faits} />
      <FilRetour href="/bibliotheque" libelle="Bibliothèque" />
      {document.tenu && (
        <p className="mb-2">
          <Badge ton={document.etat === 'publie' ? 'cyan' : document.etat === 'retire' ? 'discret' : 'pointille'}>
            {libellesEtat[document.etat]}
          </Badge>
        </p>
      )}
      <h1 className="mb-4">{typo(document.titre)}</h1>
      {document.tenu && <ActesDocument document={document} />}
      <p className="lecture mb-6 whitespace-pre-line">{typo(document.description)}</p>
      {document.courante && (
        <p className="mb-8">
          <LienDocument document={document} />
        </p>
      )}
      {!acteur.partenaire && (
        <div className="max-w-180">
          <Resume titre="Le document" lignes={faitsDe(document)} />
          <VersionsDocument document={document} />
        </div>
      )}
    </Cadre>
  )
}

function faitsDe(document: DocumentVu) {
  const { services, nomsMotifs, effacementLe } = document
  return [
    { cle: 'Genre', valeur: libelleGenre(document.genre) },
    { cle: 'Thème', valeur: document.theme },
    { cle: 'Pour', valeur: audienceEnMots({ ...document, caisses: document.nomsCaisses }) },
    {
      cle: 'Proposé au dépôt',
      valeur:
        [...services.map((service) => definitionDe(service as Service).libelleCourt), ...nomsMotifs].join(', ') ||
        'Non',
    },
    { cle: 'Publié par', valeur: document.caisse?.nom ?? 'Support national' },
    ...(effacementLe
      ? [{ cle: 'Retiré', valeur: `Le document s’efface le ${dateAvecAnnee(effacementLe)}, avec ses fichiers.` }]
      : []),
  ]
}
