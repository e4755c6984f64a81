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
import { dateAvecAnnee } from '@/lib/socle/format'
import { de } from '@/lib/socle/francais'
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
          <h1 className="mb-6">Inactiver le compte {de(qui)}</h1>
          <h2 className="mb-2">Ce qui va se passer</h2>
          <ul className="mb-8 list-disc space-y-1.5 pl-5">
            <li>
              Ses sessions ouvertes se ferment, et la personne en est avertie par un courriel qui ne dit pas le motif.
            </li>
            <li>
              {suiteDemandes(enCours.demandes)}
              {'\u00a0'}: vos autres techniciens les voient, répondent à la caisse et les suivent.
            </li>
            <li>{suiteBrouillons(enCours.brouillons)}</li>
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

function suiteDemandes(ouvertes: number): string {
  if (ouvertes === 0) return 'Les demandes que cette personne a déposées restent à toute l’équipe'
  return ouvertes === 1
    ? 'Sa demande ouverte, et les autres, restent à toute l’équipe'
    : `Ses ${ouvertes} demandes ouvertes, et les autres, restent à toute l’équipe`
}

function suiteBrouillons(nombre: number): string {
  if (nombre === 0) return 'La personne n’a pas de brouillon en cours.'
  return nombre === 1
    ? 'Son brouillon, que personne d’autre ne voit, est effacé 30\u00a0jours après son dernier changement\u00a0: demandez-lui de le déposer avant.'
    : `Ses ${nombre} brouillons, que personne d’autre ne voit, sont effacés 30\u00a0jours après leur dernier changement\u00a0: demandez-lui de les déposer avant.`
}
