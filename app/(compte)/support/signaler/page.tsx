import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Largeur } from '@/components/support/largeur'
import { Resume } from '@/components/ui/resume'
import { libellesProfil } from '@/lib/comptes/libelles'
import { type Acteur, accueilDe } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { actionSignalerDysfonctionnement } from '@/lib/support/actions'
import { navigateurEnMots, pageQuittee } from '@/lib/support/contexte'
import { libellesGene, pageDuTicket } from '@/lib/support/libelles'
import { genes } from '@/lib/support/modele'
import { caissesAPrevenir } from '@/lib/support/queries'

const TITRE = 'Signaler un dysfonctionnement'

export const metadata: Metadata = { title: TITRE }

export default async function SignalerDysfonctionnement({ searchParams }: PageProps<'/support/signaler'>) {
  const acteur = await exigerActeur('support.signaler')
  const { incident } = await searchParams
  const entetes = await headers()
  const page = pageQuittee(entetes.get('referer'))
  const navigateur = navigateurEnMots(entetes.get('user-agent'))
  const caisses = await caissesAPrevenir(acteur)
  return (
    <Cadre acteur={acteur} entree={accueilDe(acteur)}>
      <div className="max-w-160">
        <Formulaire action={actionSignalerDysfonctionnement} titrePage={TITRE} cle={`support-${page ?? 'libre'}`}>
          <h1 className="mb-4">{TITRE}</h1>
          <p className="mb-6">{quiLit(acteur)} Vous recevez un courriel quand la réponse est là.</p>
          <ChampCache name="id" valeur={randomUUID()} />
          <ChampCache name="page" valeur={page ?? ''} />
          <ChampCache name="navigateur" valeur={navigateur} />
          {caisses.length > 1 && (
            <Radios
              name="caisseId"
              label="Quelle caisse prévenir ?"
              valeur={(acteur.caissesOuvertes[0] ?? caisses[0])?.id}
              options={caisses.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
            />
          )}
          <ChampTexteLong name="activite" label="Que faisiez-vous ?" lignes={2} aide="Sans nom d’assuré." />
          <ChampTexteLong
            name="constat"
            label="Que s’est-il passé ?"
            aide="Ce que vous attendiez, et ce qui s’affiche à la place. Sans nom d’assuré."
          />
          <Radios
            name="gene"
            label="Pouvez-vous continuer ?"
            options={genes.map((valeur) => ({ valeur, libelle: libellesGene[valeur] }))}
          />
          <ChampTexte
            name="incident"
            label="Numéro de l’erreur"
            aide="S’il s’en affiche un."
            optionnel
            largeur="court"
            maxLength={40}
            valeur={typeof incident === 'string' && /^[\w-]{1,40}$/.test(incident) ? incident : ''}
          />
          <Resume
            titre="Ce qui part avec votre message"
            lignes={[
              { cle: 'Page', valeur: pageDuTicket(page) },
              { cle: 'Heure', valeur: majuscule(dateEtHeure(new Date())) },
              { cle: 'Navigateur', valeur: navigateur },
              { cle: 'Largeur de la fenêtre', valeur: <Largeur /> },
              { cle: 'Profil', valeur: libellesProfil[acteur.profil] },
            ]}
          />
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Envoi du signalement…">Envoyer le signalement</BoutonEnvoi>
            <a href="/support" className="inline-block min-h-6">
              Mes signalements
            </a>
          </div>
        </Formulaire>
        <p className="mt-8 text-15 text-encre-2">
          Un compte volé ou utilisé par un autre ? <a href="/signaler">Signalez le compte</a>. Bloqué, et pressé ?{' '}
          <a href="/aide#dysfonctionnement">Qui appeler</a>.
        </p>
      </div>
    </Cadre>
  )
}

function quiLit({ profil, partenaire }: Acteur): string {
  if (profil === 'administrateur') return 'L’appui national le lit.'
  return partenaire ? 'Les référents de votre caisse le lisent.' : 'Les référents de la caisse le lisent.'
}
