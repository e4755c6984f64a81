import type { ReactNode } from 'react'
import { Liste } from '@/components/formulaire/liste'
import { type CadreActe, FormulaireActe } from '@/components/traitement/formulaire-acte'
import { actionCorrigerMotif } from '@/lib/demandes/actions'
import type { MotifPossible } from '@/lib/demandes/corriger-motif'
import { definitionDe } from '@/lib/demandes/registre'

/** Motifs as the lines of one list, a line for each variante; `groupe`: of which caisse. */
export function optionsDesMotifs(motifs: MotifPossible[], groupe?: string) {
  return motifs.flatMap(({ id, libelleCourt, libelle, variantes, service }) => {
    const service_ = definitionDe(service).libelleCourt
    const sous = groupe ? `${groupe}, ${service_}` : service_
    return variantes.length > 0
      ? variantes.map((variante) => ({ valeur: `${id}.${variante.code}`, libelle: variante.libelle, groupe: sous }))
      : [{ valeur: id, libelle: libelleCourt || libelle, groupe: sous }]
  })
}

/** «Corriger le motif»: any motif that the caisse offers the partenaire, in any service. */
export function CorrigerMotif({ cadre, depasse }: { cadre: CadreActe; depasse: ReactNode }) {
  const { demande, correction } = cadre
  const actuel = demande.variante ? `${demande.motifId}.${demande.variante}` : demande.motifId
  return (
    <FormulaireActe
      cadre={cadre}
      agir="motif"
      action={actionCorrigerMotif}
      titre="Corriger le motif"
      avis={
        <>
          {depasse}
          <p className="lecture mt-2">
            L’intitulé, le délai et la liste des pièces deviennent ceux du bon motif. La date de dépôt, les réponses,
            les pièces et les échanges restent. Le délai se compte depuis le même dossier complet{'\u00A0'}; si la date
            de réponse change, le partenaire est prévenu.
            {demande.agent === null &&
              ' Comme personne ne suit la demande, les règles de répartition s’appliquent à nouveau.'}
          </p>
        </>
      }
      bouton="Corriger le motif"
      enCours="Un instant…"
    >
      <Liste
        name="motif"
        label="Le bon motif"
        aide={`Aujourd’hui : ${definitionDe(demande.service).libelleCourt}, ${demande.objet}.`}
        largeur="plein"
        options={optionsDesMotifs(correction?.motifs ?? []).filter(({ valeur }) => valeur !== actuel)}
      />
    </FormulaireActe>
  )
}
