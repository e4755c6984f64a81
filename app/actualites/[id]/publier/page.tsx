import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CaseACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { TexteRiche } from '@/components/ui/texte-riche'
import { actionPublierActualite } from '@/lib/actualites/actions'
import { libelleGenre } from '@/lib/actualites/libelles'
import { actualiteALire } from '@/lib/actualites/queries'
import { audienceEnMots } from '@/lib/publications/libelles'
import { heureTapeeDe } from '@/lib/rendez-vous/heures'
import { dateAvecAnnee, typo } from '@/lib/socle/format'
import { enParties } from '@/lib/socle/jour'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titre = 'Relire et publier'

export const metadata: Metadata = { title: 'Publier une actualité' }

export default async function PublierActualite({ params }: PageProps<'/actualites/[id]/publier'>) {
  const acteur = await exigerActeur('publication.gerer')
  const lue = await actualiteALire(acteur, (await params).id, new Date())
  if (!lue?.tenue || (lue.etat !== 'brouillon' && lue.etat !== 'programmee')) notFound()
  const prevue = lue.etat === 'programmee' ? lue.publierLe : null
  return (
    <Cadre acteur={acteur} entree="/actualites">
      <FilRetour href={`/actualites/${lue.id}`} libelle={lue.titre} />
      <h1 className="mb-5">{titre}</h1>
      <div className="max-w-180">
        <Resume
          titre="Ce qui sera publié"
          modifier={`/actualites/${lue.id}/modifier`}
          lignes={[
            { cle: 'Titre', valeur: typo(lue.titre) },
            { cle: 'Genre', valeur: libelleGenre(lue.genre) },
            { cle: 'Pour', valeur: audienceEnMots({ ...lue, caisses: lue.nomsCaisses }) },
            { cle: 'Épinglée à l’accueil', valeur: lue.epinglee ? 'Oui' : 'Non' },
            {
              cle: 'Dernier jour',
              valeur: lue.finLe ? dateAvecAnnee(dateAParis(new Date(lue.finLe.getTime() - 1))) : 'Aucun',
            },
          ]}
        />
        <section aria-label="Aperçu du texte" className="mb-8 rounded-2 border border-filet bg-papier p-5">
          <TexteRiche texte={lue.texte} />
        </section>
      </div>
      <Formulaire action={actionPublierActualite} titrePage={titre} cle={`publier-${lue.id}`} className="max-w-160">
        <ChampCache name="id" valeur={lue.id} />
        <ChampCache name="version" valeur={lue.version} />
        <Radios
          name="quand"
          label="Quand la publier ?"
          valeur={prevue ? 'plus_tard' : undefined}
          options={[
            { valeur: 'maintenant', libelle: 'Maintenant' },
            { valeur: 'plus_tard', libelle: 'Plus tard, au jour et à l’heure ci-dessous' },
          ]}
        />
        <ChampDate
          name="jour"
          label="Jour de la publication"
          aide="Si c’est plus tard. Par exemple, 12 1 2027"
          valeur={enParties(prevue && dateAParis(prevue))}
        />
        <ChampTexte
          name="heure"
          label="Heure de la publication"
          aide="Si c’est plus tard. Par exemple, 9 h 30"
          valeur={prevue ? heureTapeeDe(prevue) : undefined}
          largeur="court"
          maxLength={20}
        />
        <CaseACocher
          name="courriel"
          label="Prévenir ses lecteurs par courriel"
          aide="Le titre et un lien, selon les préférences de chacun : aussitôt, groupé, ou pas du tout."
          cochee={lue.courriel}
        />
        <div className="rangee-boutons">
          <BoutonEnvoi enCours="Un instant…">Publier l’actualité</BoutonEnvoi>
          <a href={`/actualites/${lue.id}`} className="inline-block min-h-6">
            Pas maintenant
          </a>
        </div>
      </Formulaire>
    </Cadre>
  )
}
