import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionEnregistrerFermeture, actionRetirerFermeture } from '@/lib/rendez-vous/actions'
import type { fermeturesDeLaCaisse } from '@/lib/rendez-vous/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure, dateLongue, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'

type Fermeture = Awaited<ReturnType<typeof fermeturesDeLaCaisse>>[number]

const TITRE = 'Fermetures de la caisse'

function periode({ debutLe, finLe }: Fermeture): string {
  const [du, au] = [jourDe(debutLe), jourDe(finLe)]
  return du === au ? dateLongue(du) : `du ${dateLongue(du)} au ${dateLongue(au)}`
}

/** Closed days to come, and the rendez-vous that are fixed in them. `avecLiens`: the reader may open the demandes. */
export function ListeFermetures({
  fermetures,
  enregistree,
  avecLiens,
}: {
  fermetures: Fermeture[]
  enregistree?: string
  avecLiens: boolean
}) {
  if (fermetures.length === 0)
    return <p className="max-w-180 border-y border-filet-2 py-5">Aucune fermeture à venir n’est enregistrée.</p>
  return (
    <ul className="max-w-180 border-t border-filet-2">
      {fermetures.map((fermeture) => (
        <li key={fermeture.id} className="border-b border-filet py-4">
          {fermeture.id === enregistree && (
            <Avis role="status" className="mb-3">
              Fermeture enregistrée. Les créneaux de ces jours ne sont plus proposés.
            </Avis>
          )}
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div>
              <h2 className="text-17!">{fermeture.libelle}</h2>
              <p className="text-15 text-encre-2">{periode(fermeture)}</p>
            </div>
            <Formulaire action={actionRetirerFermeture} titrePage={TITRE} cle={`retirer-${fermeture.id}`}>
              <ChampCache name="id" valeur={fermeture.id} />
              <BoutonEnvoi aspect="tiers" dense enCours="Retrait…">
                Retirer<span className="sr-only"> la fermeture {fermeture.libelle}</span>
              </BoutonEnvoi>
            </Formulaire>
          </div>
          {fermeture.fixes.length > 0 && (
            <div className="mt-2">
              <p className="font-semibold text-brique-700">
                {pluriel(fermeture.fixes.length, 'rendez-vous fixé', 'rendez-vous fixés')}, à déplacer
              </p>
              <ul className="mt-1 list-disc pl-5 text-15">
                {fermeture.fixes.map(({ reference, debutLe, prenom, nom }) => (
                  <li key={reference}>
                    {dateEtHeure(debutLe)}, demande{' '}
                    {avecLiens ? <a href={`/caisse/demandes/${reference}#rendez-vous`}>{reference}</a> : reference}
                    {prenom && nom && `, ${nomComplet({ prenom, nom })}`}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

export function FormulaireFermeture() {
  return (
    <section aria-labelledby="ajouter" className="mt-8 max-w-180">
      <h2 id="ajouter" className="mb-4">
        Ajouter une fermeture
      </h2>
      <Formulaire action={actionEnregistrerFermeture} titrePage={TITRE} cle="fermeture">
        <ChampTexte name="libelle" label="Pourquoi" aide="Par exemple, Pont de l’Ascension" maxLength={120} />
        <ChampDate name="du" label="Premier jour" aide="Par exemple, 15 5 2026" />
        <ChampDate name="au" label="Dernier jour" aide="Laissez vide pour un seul jour" optionnel />
        <BoutonEnvoi enCours="Enregistrement…">Fermer ces jours</BoutonEnvoi>
      </Formulaire>
    </section>
  )
}
