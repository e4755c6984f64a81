import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { NoteCompte } from '@/components/equipe/note-compte'
import { Retablir } from '@/components/equipe/retablir'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsIdentite } from '@/components/habilitations/champs-identite'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionModifierTechnicien } from '@/lib/habilitations/actions'
import { technicienDeLaStructure } from '@/lib/habilitations/queries'
import type { Identite } from '@/lib/habilitations/schema'
import { nomComplet } from '@/lib/socle/acteur'
import { de } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Modifier un compte' }

export default async function ModifierTechnicien({ params }: PageProps<'/equipe/[id]'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const maintenant = new Date()
  const technicien = await technicienDeLaStructure(acteur, (await params).id, maintenant)
  if (!technicien) notFound()
  const { id, version, domaines, invitation } = technicien
  const inactif = technicien.etat === 'inactif'
  const titre = `${inactif ? 'Rétablir' : 'Modifier'} le compte ${de(nomComplet(technicien))}`
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      <DeuxColonnes note={<NoteCompte technicien={technicien} maintenant={maintenant} />}>
        {(inactif || technicien.inactivationPrevueLe) && <Retablir technicien={technicien} titre={titre} />}
        {!inactif && (
          <Formulaire action={actionModifierTechnicien} titrePage="Modifier un compte" cle={`modifier-${id}`}>
            {technicien.inactivationPrevueLe ? (
              <h2 className="mb-6">Ses informations</h2>
            ) : (
              <h1 className="mb-8">{titre}</h1>
            )}
            {invitation?.etat === 'refusee' && (
              <Avis ton="chaud" className="mb-6" titre={`Le courriel à ${invitation.adresse} n’est pas arrivé.`}>
                <p>
                  {invitation.cause} Corrigez l’adresse{'\u00a0'}: un nouveau lien partira. Ou{' '}
                  <a href={`/equipe/${id}/lien`}>remettez un lien à la personne</a>.
                </p>
              </Avis>
            )}
            <ChampCache name="id" valeur={id} />
            <ChampCache name="version" valeur={version} />
            <ChampsIdentite domaines={domaines} valeurs={technicien as Partial<Identite>} />
            <div className="rangee-boutons">
              <BoutonEnvoi enCours="Enregistrement…">Enregistrer les changements</BoutonEnvoi>
              <a href="/equipe" className="inline-block min-h-6">
                Annuler
              </a>
            </div>
          </Formulaire>
        )}
      </DeuxColonnes>
    </Cadre>
  )
}
