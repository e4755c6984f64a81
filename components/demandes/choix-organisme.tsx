import { Radios } from '@/components/formulaire/choix'
import { ErreurSommaire } from '@/components/formulaire/erreur-sommaire'
import { MessageChamp } from '@/components/formulaire/message-champ'
import { Bouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'

const MESSAGE = 'Choisissez l’organisme de la personne'

export const titreOrganisme = 'De quel organisme la personne dépend-elle\u00A0?'

/** A question page of its own: the answer goes into the address, without JavaScript. */
export function ChoixOrganisme({
  adresse,
  caisses,
  actuelle,
  enErreur,
  service,
  pour,
}: {
  adresse: string
  caisses: { id: string; nom: string }[]
  actuelle?: string | null
  enErreur?: boolean
  service: string
  pour?: string
}) {
  return (
    <div className="max-w-160">
      <FilRetour href="/demandes" />
      <form action={adresse} method="get" noValidate>
        {enErreur && <ErreurSommaire erreurs={{ caisse: MESSAGE }} />}
        <p className="mb-1 text-15 text-encre-2">{service}</p>
        <h1 className="mb-6">{titreOrganisme}</h1>
        <div className={enErreur ? 'champ champ--erreur' : undefined}>
          <MessageChamp id="caisse-erreur" message={enErreur ? MESSAGE : undefined} />
          <Radios
            name="caisse"
            label="Organisme"
            aide="Celui où elle est affiliée : il est indiqué sur son attestation de droits."
            valeur={actuelle ?? undefined}
            options={caisses.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
          />
        </div>
        <input type="hidden" name="choix" value="1" />
        {pour && <input type="hidden" name="pour" value={pour} />}
        <div className="rangee-boutons mt-6">
          <Bouton type="submit">Continuer</Bouton>
        </div>
      </form>
    </div>
  )
}
