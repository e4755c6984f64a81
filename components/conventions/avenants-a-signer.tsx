import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { actionSignerAvenant } from '@/lib/conventions/actions'
import { enMots } from '@/lib/conventions/libelles'
import type { VueConvention } from '@/lib/conventions/queries-detail'

/** Avenants that another caisse has recorded, and that hold for this one once it has signed them. */
export function AvenantsASigner({ vue }: { vue: VueConvention }) {
  if (!vue.actes.includes('avenant')) return null
  return vue.avenants
    .filter(({ caisseIds }) => !caisseIds.includes(vue.part.caisseId))
    .map(({ id, objet, effetLe }) => (
      <Avis key={id} ton="chaud" titre={`Avenant à signer : ${objet}`} className="mb-5">
        <p>Enregistré par une autre caisse, effet le {enMots(effetLe)}. Il ne vaut pas encore pour la vôtre.</p>
        <Formulaire action={actionSignerAvenant} titrePage="Convention" cle={`avenant-${id}`} className="mt-3">
          <ChampCache name="id" valeur={vue.convention.id} />
          <ChampCache name="version" valeur={vue.version} />
          <ChampCache name="avenantId" valeur={id} />
          <BoutonEnvoi aspect="secondaire" dense enCours="Enregistrement…">
            Enregistrer notre signature
          </BoutonEnvoi>
        </Formulaire>
      </Avis>
    ))
}
