import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionInactiverTechnicien } from '@/lib/habilitations/actions'
import { motifsInactivation } from '@/lib/habilitations/libelles'
import { technicienDeLaStructure } from '@/lib/habilitations/queries'
import { effacementLe } from '@/lib/habilitations/regles'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Inactiver un compte' }

export default async function InactiverTechnicien({ params }: PageProps<'/equipe/[id]/inactiver'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const maintenant = new Date()
  const technicien = await technicienDeLaStructure(acteur, (await params).id, maintenant)
  if (!technicien) notFound()
  const { id, enCours } = technicien
  if (technicien.etat === 'inactif') redirect(`/equipe/${id}`)
  const qui = nomComplet(technicien)
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      <div className="max-w-160">
        <Formulaire action={actionInactiverTechnicien} titrePage="Inactiver un compte" cle={`inactiver-${id}`}>
          <h1 className="mb-4">Inactiver le compte de {qui}</h1>
          <h2 className="mb-2">Ce qui va se passer</h2>
          <ul className="mb-8 list-disc space-y-1.5 pl-5">
            <li>
              Ses sessions ouvertes se ferment, et la personne en est avertie par un courriel qui ne dit pas le motif.
            </li>
            <li>
              {enCours.demandes > 0
                ? `Ses ${pluriel(enCours.demandes, 'demande ouverte', 'demandes ouvertes')} restent à toute l’équipe`.replace(
                    'Ses 1\u00a0demande ouverte restent',
                    'Sa demande ouverte reste',
                  )
                : 'Les demandes qu’elle a déposées restent à toute l’équipe'}
              {'\u00a0'}: vos autres techniciens les voient, répondent à la caisse et les suivent.
            </li>
            <li>
              {enCours.brouillons > 0
                ? `${enCours.brouillons > 1 ? `Ses ${enCours.brouillons} brouillons sont effacés` : 'Son brouillon est effacé'} 30 jours après leur dernier changement\u00a0: demandez-lui de les déposer avant.`.replace(
                    'est effacé 30 jours après leur dernier changement\u00a0: demandez-lui de les déposer',
                    'est effacé 30 jours après son dernier changement\u00a0: demandez-lui de le déposer',
                  )
                : 'Elle n’a pas de brouillon en cours.'}
            </li>
            <li>
              Vous pouvez rétablir le compte pendant six mois. Inactivé aujourd’hui, il serait effacé le{' '}
              {dateAvecAnnee(effacementLe(dateAParis(maintenant)))}.
            </li>
          </ul>
          <p className="mb-8 text-15 text-encre-2">
            Fraude, perte ou vol{'\u202f'}? <a href="/signaler">Signalez-le</a>
            {'\u00a0'}: la caisse ferme le compte sur-le-champ.
          </p>
          <ChampCache name="id" valeur={id} />
          <Radios
            name="motif"
            label="Pourquoi"
            options={Object.entries(motifsInactivation).map(([valeur, libelle]) => ({ valeur, libelle }))}
          />
          <Radios
            name="quand"
            label="Quand"
            valeur="maintenant"
            options={[
              { valeur: 'maintenant', libelle: 'Tout de suite' },
              { valeur: 'plus_tard', libelle: 'À une date que je choisis', aide: 'Le compte sert jusque-là' },
            ]}
          />
          <ChampDate
            name="le"
            label="Date choisie"
            aide="Par exemple, 31 12 2026. À laisser vide pour tout de suite."
            optionnel
          />
          <div className="rangee-boutons">
            <BoutonEnvoi aspect="danger" enCours="Enregistrement…">
              Inactiver le compte
            </BoutonEnvoi>
            <a href="/equipe" className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </Formulaire>
      </div>
    </Cadre>
  )
}
