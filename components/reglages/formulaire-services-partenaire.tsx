import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { FormulaireLecture } from '@/components/reglages/formulaire-lecture'
import { ServiceEtMotifs } from '@/components/reglages/service-et-motifs'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import type { ServiceDuPartenaire } from '@/lib/reglages/services-partenaire'

/** What the caisse offers to one partenaire, out of what it offers to all. */
export function FormulaireServicesPartenaire({
  partenaire,
  version,
  offerts,
  fermesParLaCaisse,
  valeurs,
  erreurs,
  enregistre,
}: {
  partenaire: { id: string; nom: string }
  version: number
  offerts: ServiceDuPartenaire[]
  /** Services the caisse offers to nobody. */
  fermesParLaCaisse: { service: Service }[]
  valeurs: Record<string, string | string[]>
  erreurs?: Record<string, string>
  enregistre?: boolean
}) {
  const titre = 'Services ouverts à ce partenaire'
  const fiche = `/caisse/partenaires/${partenaire.id}`
  return (
    <>
      <FilRetour href={fiche} libelle={partenaire.nom} />
      <div className="max-w-180">
        {enregistre && (
          <Avis role="status" className="mb-6">
            Enregistré. Les techniciens de ce partenaire voient ces services à partir de maintenant.
          </Avis>
        )}
        <FormulaireLecture vers={`${fiche}/services/verifier`} titrePage={titre} valeurs={valeurs} erreurs={erreurs}>
          <h1>{titre}</h1>
          <p className="mt-2 mb-6">
            {partenaire.nom}. Décochez ce que votre caisse ne lui propose pas. Ce qui est fermé à tous se règle dans les{' '}
            <a href="/caisse/parametres">paramètres de la caisse</a>.
          </p>
          <ChampCache name="version" valeur={typeof valeurs.version === 'string' ? valeurs.version : version} />
          {offerts.map((offert) => (
            <ServiceEtMotifs key={offert.service} libelle={definitionDe(offert.service).libelle} offert={offert} />
          ))}
          {fermesParLaCaisse.length > 0 && (
            <p className="mb-6 border-t border-filet pt-4 text-15 text-encre-2">
              Fermé par la caisse à tous ses partenaires :{' '}
              {fermesParLaCaisse.map(({ service }) => definitionDe(service).libelleCourt).join(', ')}.
            </p>
          )}
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Calcul…">Voir ce que cela change</BoutonEnvoi>
            <a href={fiche} className="inline-block min-h-6">
              Ne rien changer
            </a>
          </div>
        </FormulaireLecture>
      </div>
    </>
  )
}
