import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { CaseACocher } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionRenouvelerAttestation } from '@/lib/habilitations/actions'
import { attestations, motsAttestation } from '@/lib/habilitations/libelles'
import type { Technicien } from '@/lib/habilitations/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { que } from '@/lib/socle/francais'

/** The three boxes, each its own: `attestations.<cle>` of the form around. */
export function CasesAttestation({ organisme, civilite }: { organisme: string; civilite?: string }) {
  const mots = motsAttestation(organisme, civilite)
  return attestations.map((cle) => (
    <CaseACocher key={cle} name={`attestations.${cle}`} label={mots[cle]} className="mb-0.5!" />
  ))
}

/** The attestation of a technicien to renew, open under its row. */
export function RenouvelerAttestation({
  technicien,
  organisme,
  plusTard,
}: {
  technicien: Technicien
  organisme: string
  /** Address of the same page, closed. */
  plusTard: string
}) {
  const { id, civilite } = technicien
  return (
    <div id={`attestation-${id}`} className="border-l-4 border-bleu-200 pl-4">
      <Formulaire action={actionRenouvelerAttestation} titrePage="Votre équipe" cle={`attestation-${id}`}>
        <p className="text-17 font-[650]">J’atteste {que(nomComplet(technicien))}</p>
        <ChampCache name="id" valeur={id} />
        <CasesAttestation organisme={organisme} civilite={civilite} />
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
          <BoutonEnvoi dense enCours="Enregistrement…">
            Renouveler l’attestation
          </BoutonEnvoi>
          <a href={plusTard} className="inline-flex min-h-6 items-center">
            Plus tard
          </a>
          <span className="text-14 text-encre-2">Gardée un an, avec votre nom et la date.</span>
        </div>
      </Formulaire>
    </div>
  )
}
