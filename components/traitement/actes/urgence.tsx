import type { ReactNode } from 'react'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { Avis } from '@/components/ui/avis'
import { actionChangerUrgence } from '@/lib/demandes/actions'
import { changerDelai, delaiApplicable } from '@/lib/demandes/regles'
import { dateLongue, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'

/** What the other delay gives, before it is chosen. */
function nouvelleEcheance({ demande }: CadreActe, urgent: boolean): string {
  const { completeeLe, deposeeLe, suspendueLe, joursSuspendus, delaiOrdinaireJours, caisse } = demande
  const delai = delaiApplicable(urgent, caisse.reglages?.delaiUrgentJours ?? 0, delaiOrdinaireJours)
  const horloge = {
    completeeLe: completeeLe ?? deposeeLe,
    suspendueLe,
    joursSuspendus,
    delaiJours: null,
    echeanceLe: null,
  }
  const { echeanceLe } = changerDelai(horloge, delai)
  if (delai === null)
    return 'La caisse n’annonce pas de délai ordinaire pour ce motif : la demande n’aura plus de date.'
  const compte = `${pluriel(delai, 'jour')} depuis le dossier complet`
  if (!echeanceLe) return `Le délai est suspendu. Quand il repartira de zéro, il sera de ${pluriel(delai, 'jour')}.`
  const avant = jourDe(demande.echeanceLe)
  return echeanceLe === avant
    ? `La date de réponse ne change pas, ${dateLongue(echeanceLe)} : ${compte}.`
    : `La date de réponse devient ${dateLongue(echeanceLe)} : ${compte}${avant ? `, au lieu du ${dateLongue(avant)}` : ''}.`
}

/** «Retirer l’urgence», and the same act the other way round. */
export function Urgence({ cadre, depasse }: { cadre: CadreActe; depasse: ReactNode }) {
  const { urgent } = cadre.demande
  return (
    <FormulaireActe
      cadre={cadre}
      agir="urgence"
      action={actionChangerUrgence}
      titre={urgent ? 'Retirer l’urgence' : 'Traiter en urgence'}
      avis={
        <>
          {depasse}
          <Avis className="mt-3">
            <p>{nouvelleEcheance(cadre, !urgent)}</p>
            <p>Le partenaire est prévenu par courriel, et lit votre raison dans l’historique.</p>
          </Avis>
        </>
      }
      bouton={urgent ? 'Retirer l’urgence' : 'Traiter en urgence'}
      enCours="Un instant…"
    >
      <ChampCache name="sens" valeur={urgent ? 'retirer' : 'donner'} />
      <ChampTexteLong
        name="raison"
        label={urgent ? 'Pourquoi la demande n’est-elle pas urgente\u00A0?' : 'Pourquoi est-elle urgente\u00A0?'}
        aide="En une phrase ou deux."
        lignes={2}
        maxLength={500}
      />
    </FormulaireActe>
  )
}
