import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionReglerBoite } from '@/lib/notifications/actions'
import { boiteDeLaStructure } from '@/lib/notifications/queries'
import { enumerer } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Boîte partagée' }

const faits: Record<string, string> = {
  reglee: 'La boîte partagée est enregistrée. Elle recevra les prochains avis.',
  retiree: 'Il n’y a plus de boîte partagée. Chaque technicien reçoit les avis de ses demandes.',
}

export default async function BoitePartagee({ searchParams }: PageProps<'/equipe/boite'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const { fait } = await searchParams
  const { courriel, partenaire } = await boiteDeLaStructure(acteur)
  const mots = faits[String(fait)]
  return (
    <Cadre acteur={acteur} entree="/equipe">
      <FilRetour href="/equipe" libelle="Votre équipe" />
      {mots && <Avis role="status" titre={mots} className="mb-6" />}
      <div className="max-w-160">
        <h1>Boîte partagée</h1>
        <p className="lecture mt-2 mb-6">
          Une adresse lue par plusieurs personnes, comme celle d’un accueil. Elle reçoit un avis à chaque événement des
          demandes de votre structure, en plus de la personne qui les a déposées{'\u00A0'}: une absence ne fait rien
          manquer. Les courriels donnent une référence et un lien, rien des personnes.
        </p>
        <Formulaire action={actionReglerBoite} titrePage="Boîte partagée" cle="boite">
          <ChampTexte
            name="courriel"
            label="Adresse de la boîte"
            aide={
              partenaire.domaines.length > 0
                ? `Une adresse professionnelle, sous ${enumerer(partenaire.domaines)}. Sans adresse, il n’y a pas de boîte partagée.`
                : 'La caisse doit d’abord déclarer le domaine de messagerie de votre organisme.'
            }
            optionnel
            type="email"
            inputMode="email"
            largeur="plein"
            valeur={courriel ?? ''}
            maxLength={254}
          />
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer la boîte</BoutonEnvoi>
        </Formulaire>
      </div>
    </Cadre>
  )
}
