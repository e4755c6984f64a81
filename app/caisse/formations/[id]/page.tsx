import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { ActesFormation } from '@/components/formations/actes-formation'
import { BadgeSituation } from '@/components/formations/badge-situation'
import { faitsDeLaSession } from '@/components/formations/faits-session'
import { Inscrits } from '@/components/formations/inscrits-caisse'
import { Presences } from '@/components/formations/presences'
import { Avis } from '@/components/ui/avis'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { Tableau } from '@/components/ui/tableau'
import { libellesProfilFormation } from '@/lib/formations/libelles'
import { type FormationTenueParLaCaisse, formationDeLaCaisse } from '@/lib/formations/queries-caisse'
import { pluriel } from '@/lib/socle/format'
import { enumerer } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Session de formation' }

const faits = {
  creee: 'Le brouillon est enregistré. Relisez-le, puis publiez la session.',
  modifiee: 'La session est modifiée.',
  publiee: 'La session est publiée. Les invitations partent.',
  annulee: 'La session est annulée. Les personnes inscrites sont prévenues.',
  presences: 'Les présences sont notées. Les attestations sont prêtes.',
}

export default async function FicheFormation({ params, searchParams }: PageProps<'/caisse/formations/[id]'>) {
  const acteur = await exigerActeur('formation.gerer')
  const formation = await formationDeLaCaisse(acteur, (await params).id, new Date())
  if (!formation) notFound()
  const { situation, inscrites, enAttente } = formation
  const aNoter = situation === 'a_noter' || situation === 'commencee'
  return (
    <Cadre acteur={acteur} entree="/caisse/formations">
      <Fait fait={(await searchParams).fait} mots={faits} />
      <FilRetour href="/caisse/formations" libelle="Formations" />
      <div className="mb-2">
        <BadgeSituation situation={situation} cote="caisse" />
      </div>
      <h1 className="mb-4">{formation.theme}</h1>
      {formation.etat === 'annulee' && (
        <Avis ton="fond" titre="Session annulée" className="mb-6">
          <p>{formation.motifAnnulation}</p>
        </Avis>
      )}
      <ActesFormation formation={formation} />
      <p className="lecture mb-8 whitespace-pre-line">{formation.description}</p>
      <div className="max-w-180">
        <Resume
          titre="La session"
          lignes={[...faitsDeLaSession(formation, formation.lien), ...faitsDeLaCaisse(formation)]}
        />
      </div>
      {aNoter && inscrites.length > 0 && (
        <section aria-labelledby="presences" className="mt-10">
          <h2 id="presences" className="mb-3">
            Présences
          </h2>
          <Presences formation={formation} titrePage={formation.theme} />
        </section>
      )}
      {aNoter && inscrites.length === 0 && (
        <p className="mt-6 max-w-160">
          Personne n’est inscrit : il n’y a pas de présence à noter. Si la session n’a pas lieu, annulez-la.
        </p>
      )}
      {formation.presents.length > 0 && <ParPartenaire formation={formation} />}
      {situation === 'terminee' && inscrites.length === 0 && formation.inscrits > 0 && (
        <p className="mt-4 max-w-160 text-encre-2">
          Les noms sont effacés, au terme de leur durée de conservation. Le nombre de personnes formées reste.
        </p>
      )}
      {inscrites.length > 0 && !aNoter && (
        <section aria-labelledby="inscrits" className="mt-10">
          <h2 id="inscrits">Personnes inscrites</h2>
          <Inscrits legende="Personnes inscrites" inscriptions={inscrites} presences={situation === 'terminee'} />
        </section>
      )}
      {enAttente.length > 0 && situation !== 'terminee' && (
        <section aria-labelledby="attente" className="mt-10">
          <h2 id="attente">Liste d’attente</h2>
          <Inscrits
            legende="Liste d’attente, la première personne d’abord"
            inscriptions={enAttente}
            presences={false}
          />
        </section>
      )}
      {situation === 'terminee' && inscrites.length > 0 && (
        <details className="mt-8">
          <summary className="min-h-6 cursor-pointer text-bleu-700">Corriger les présences</summary>
          <div className="mt-4">
            <Presences formation={formation} titrePage={formation.theme} />
          </div>
        </details>
      )}
    </Cadre>
  )
}

function faitsDeLaCaisse({ profils, pourTous, partenaires, places, inscrits, attente }: FormationTenueParLaCaisse) {
  const pourQui = enumerer(
    profils.map((profil) => libellesProfilFormation[profil]?.toLowerCase() ?? profil),
    'et',
  )
  return [
    {
      cle: 'Pour',
      valeur: pourTous
        ? `Les ${pourQui} de tous les partenaires`
        : `Les ${pourQui} : ${partenaires.map(({ nom }) => nom).join(', ')}`,
    },
    {
      cle: 'Places',
      valeur: `${pluriel(inscrits, 'inscrit')} pour ${pluriel(places, 'place')}${attente > 0 ? `, ${attente} en liste d’attente` : ''}`,
    },
  ]
}

function ParPartenaire({ formation: { presents } }: { formation: FormationTenueParLaCaisse }) {
  return (
    <section aria-labelledby="presents" className="mt-10 max-w-160">
      <h2 id="presents" className="mb-2">
        Personnes formées
      </h2>
      <Tableau legende="Personnes formées par partenaire" allure="chiffres">
        <thead>
          <tr>
            <th scope="col">Partenaire</th>
            <th scope="col" className="text-right">
              Personnes
            </th>
          </tr>
        </thead>
        <tbody>
          {presents.map(({ nom, nombre }) => (
            <tr key={nom}>
              <th scope="row">{nom}</th>
              <td className="text-right">{nombre}</td>
            </tr>
          ))}
        </tbody>
      </Tableau>
    </section>
  )
}
