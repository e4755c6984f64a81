import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { Suites } from '@/components/demandes/suites'
import { LienBouton } from '@/components/ui/bouton'
import { CircleCheck, Download } from '@/components/ui/icones'
import { ListeActions } from '@/components/ui/liste-actions'
import { adresseDemande } from '@/lib/demandes/adresses'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { civiliteCourte, identiteComplete } from '@/lib/demandes/libelles'
import { dateEtHeure } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Demande transmise' }

export default async function Confirmation({ params }: PageProps<'/demandes/[reference]/confirmation'>) {
  const acteur = await exigerActeur('demande.suivre')
  const demande = await demandeDePartenaire(acteur, (await params).reference)
  if (!demande) notFound()
  const { reference, caisse, civilite, nomNaissance } = demande
  const identite = identiteComplete(demande)
  return (
    <Cadre acteur={acteur} entree="/demandes/toutes">
      <div className="mt-2 bureau:flex bureau:gap-18">
        <div className="min-w-0 max-w-170 flex-1">
          <div className="border-l-6 border-bleu-700 bg-bleu-50 px-7 py-7 max-tab:px-4 max-tab:py-5">
            <h1 className="flex items-center gap-3.5">
              <CircleCheck className="text-bleu-700" />
              Demande transmise
            </h1>
            <p className="mt-3">Référence à donner pour tout échange</p>
            <p className="reference text-34 font-bold!">{reference}</p>
            <p className="mt-3 text-15 text-encre-2">
              Reçue par la {caisse.nom} le {dateEtHeure(demande.deposeeLe)}
              {identite && `, pour ${identite}`}.
            </p>
          </div>
          <h2 className="mt-8 mb-4">Ce qui va se passer</h2>
          <Suites demande={demande} maintenant={new Date()} />
          <div className="rangee-boutons mt-8">
            <LienBouton href={`/api/demandes/${reference}/accuse`} icone={<Download />}>
              Accusé de réception (PDF)
            </LienBouton>
            <LienBouton href={adresseDemande(reference)} aspect="secondaire">
              Suivre cette demande
            </LienBouton>
          </div>
        </div>
        <aside className="max-bureau:mt-10 bureau:w-70 bureau:flex-none">
          <h2 className="mb-2.5">Et maintenant</h2>
          <ListeActions
            regle
            liens={[
              ...(nomNaissance
                ? [
                    {
                      href: `/demandes/nouvelle?pour=${reference}`,
                      libelle: `Autre demande pour ${civiliteCourte[civilite ?? ''] ?? ''} ${nomNaissance}`,
                    },
                  ]
                : []),
              {
                href: '/demandes/nouvelle',
                libelle: nomNaissance ? 'Demande pour une autre personne' : 'Faire une autre demande',
              },
              { href: '/demandes', libelle: 'Retour à l’accueil' },
            ]}
          />
          <p className="mt-3 text-15 text-encre-2">
            Cette page reste à cette adresse{'\u00A0'}: vous pouvez la retrouver depuis la demande.
          </p>
        </aside>
      </div>
    </Cadre>
  )
}
