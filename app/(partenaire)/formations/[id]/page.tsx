import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BadgeSituation } from '@/components/formations/badge-situation'
import { EquipeInscrite } from '@/components/formations/equipe-inscrite'
import { faitsDeLaSession } from '@/components/formations/faits-session'
import { MonInscription } from '@/components/formations/mon-inscription'
import { Avis } from '@/components/ui/avis'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { formationDuPartenaire } from '@/lib/formations/queries-partenaire'
import { placesLibres } from '@/lib/formations/regles'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Session de formation' }

const faits = {
  inscrite: 'Votre place est réservée. Un courriel vous le confirme, avec de quoi remplir votre agenda.',
  inscrite_autre: 'La place est réservée. Un courriel le dit à la personne.',
  attente: 'Vous êtes en liste d’attente. Un courriel vous préviendra si une place se libère.',
  attente_autre: 'La personne est en liste d’attente. Un courriel le lui dit.',
  retiree: 'Votre inscription est retirée.',
  retiree_autre: 'L’inscription est retirée. Un courriel le dit à la personne.',
}

export default async function Session({ params, searchParams }: PageProps<'/formations/[id]'>) {
  const acteur = await exigerActeur('formation.suivre')
  const maintenant = new Date()
  const formation = await formationDuPartenaire(acteur, (await params).id, maintenant)
  if (!formation) notFound()
  const libres = placesLibres(formation)
  return (
    <Cadre acteur={acteur} entree="/formations">
      <Fait fait={(await searchParams).fait} mots={faits} />
      <FilRetour href="/formations" libelle="Formations" />
      <div className="mb-2">
        <BadgeSituation situation={formation.situation} cote="partenaire" />
      </div>
      <h1 className="mb-4">{formation.theme}</h1>
      {formation.etat === 'annulee' && (
        <Avis titre="Cette session est annulée" className="mb-6">
          <p>{formation.motifAnnulation}</p>
        </Avis>
      )}
      <p className="lecture mb-8 whitespace-pre-line">{formation.description}</p>
      <div className="max-w-180">
        <Resume
          titre="La session"
          lignes={[
            ...faitsDeLaSession(formation, formation.lien),
            { cle: 'Proposée par', valeur: formation.caisse.nom },
            {
              cle: 'Places',
              valeur:
                formation.situation === 'ouverte'
                  ? libres > 0
                    ? `${pluriel(libres, 'place libre', 'places libres')} sur ${formation.places}`
                    : `Complet${formation.attente > 0 ? `, ${pluriel(formation.attente, 'personne attend', 'personnes attendent')}` : ''}`
                  : pluriel(formation.places, 'place'),
            },
          ]}
        />
      </div>
      <MonInscription formation={formation} moi={acteur.compteId} profil={acteur.profil} maintenant={maintenant} />
      {acteur.profil === 'gestionnaire' && <EquipeInscrite formation={formation} maintenant={maintenant} />}
    </Cadre>
  )
}
