'use client'

import { type FormEvent, useId, useState } from 'react'
import { allerVers, appeler } from '@/components/formulaire/envoi'
import { CodesAffiches, type Suite } from '@/components/securite/codes-affiches'
import { champs, demanderCle, type OptionsDefi } from '@/components/securite/demander-cle'
import { connaitLesCles, useCapacite } from '@/components/securite/use-capacite'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'
import { KeyRound } from '@/components/ui/icones'
import { ajouterCle, defiAjoutCle } from '@/lib/securite/actions'

/** Makes a passkey and names it. Then the recovery codes, if they are the account's first. */
export function AjoutCle({ identifiant, suite }: { identifiant: string; suite: Suite }) {
  const id = useId()
  const possible = useCapacite(connaitLesCles)
  const [enCours, setEnCours] = useState(false)
  const [message, setMessage] = useState<string>()
  const [codes, setCodes] = useState<string[]>()

  if (codes) return <CodesAffiches codes={codes} identifiant={identifiant} suite={suite} />
  if (!possible)
    return (
      <p className="text-15 text-encre-2">
        {possible === undefined
          ? 'Une clé d’accès demande un navigateur où JavaScript est actif.'
          : 'Ce navigateur ne permet pas les clés d’accès.'}
      </p>
    )

  async function ajouter(evenement: FormEvent<HTMLFormElement>) {
    evenement.preventDefault()
    if (enCours) return
    const nom = new FormData(evenement.currentTarget).get('nom')
    setEnCours(true)
    setMessage(undefined)
    const erreur = await essayer(typeof nom === 'string' ? nom : '')
    setMessage(erreur)
    setEnCours(false)
  }

  async function essayer(nom: string): Promise<string | undefined> {
    if (!nom.trim()) return 'Donnez un nom à cette clé, par exemple «\u00a0Ordinateur du bureau\u00a0».'
    const demande = await appeler(defiAjoutCle, champs({}))
    if (!demande.ok) return demande.message
    const { defiId, options } = demande.donnees as OptionsDefi
    const reponse = await demanderCle('ajout', options)
    if (!reponse) return 'La clé d’accès n’a pas été créée. Recommencez, ou choisissez un autre moyen.'
    const fin = await appeler(ajouterCle, champs({ defiId, reponse: JSON.stringify(reponse), nom }))
    const nouveaux = (fin.donnees as { codes?: string[] } | undefined)?.codes
    if (!fin.ok) return fin.erreurs?.nom ?? fin.message
    if (nouveaux) setCodes(nouveaux)
    else allerVers(suite.href)
  }

  return (
    <form onSubmit={ajouter} noValidate>
      {message && (
        <Avis ton="chaud" role="alert" className="mb-4">
          {message}
        </Avis>
      )}
      <div className="champ">
        <label htmlFor={id} className="champ__libelle">
          Nom de la clé
        </label>
        <p id={`${id}-aide`} className="champ__aide">
          Pour la reconnaître, par exemple «{'\u00a0'}Ordinateur du bureau{'\u00a0'}».
        </p>
        <input
          id={id}
          name="nom"
          maxLength={60}
          autoComplete="off"
          aria-required="true"
          aria-describedby={`${id}-aide`}
          className="controle controle--moyen"
        />
      </div>
      <Bouton type="submit" aspect="secondaire" icone={<KeyRound />} busy={enCours}>
        {enCours ? 'En attente de la clé…' : 'Créer une clé d’accès'}
      </Bouton>
    </form>
  )
}
