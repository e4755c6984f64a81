'use client'

import { useEffect, useRef, useState } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { useFormulaire } from '@/components/formulaire/contexte'
import { Bouton } from '@/components/ui/bouton'
import { Copy } from '@/components/ui/icones'

/** Before: what the link is. After: the link, shown this once, to copy. Works without JavaScript, but for the button that copies. */
export function LienRemis({ identifiant, retour = equipe }: { identifiant: string; retour?: Retour }) {
  const { donnees } = useFormulaire()
  const lien = (donnees as { lien?: string } | undefined)?.lien
  return lien ? <Lien lien={lien} identifiant={identifiant} retour={retour} /> : <Avant retour={retour} />
}

/** Where to go afterwards. */
type Retour = { href: string; libelle: string }
const equipe: Retour = { href: '/equipe', libelle: 'Revenir à l’équipe' }

function Avant({ retour }: { retour: Retour }) {
  return (
    <>
      <p className="mb-3">
        Pour une personne qui ne reçoit pas le courriel. Le lien sert une seule fois, pendant 24 heures{'\u00a0'}: il
        ouvre la page où elle choisit son mot de passe.
      </p>
      <p className="mb-6">
        Remettez-le à elle seule, de la main à la main ou par une messagerie professionnelle. Qui a le lien peut ouvrir
        le compte. Les liens déjà envoyés servent encore.
      </p>
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Création…">Créer un lien</BoutonEnvoi>
        <a href={retour.href} className="inline-block min-h-6">
          Annuler
        </a>
      </div>
    </>
  )
}

function Lien({ lien, identifiant, retour }: { lien: string; identifiant: string; retour: Retour }) {
  const champ = useRef<HTMLInputElement>(null)
  const [copie, setCopie] = useState(false)

  useEffect(() => champ.current?.focus(), [])

  async function copier() {
    champ.current?.select()
    try {
      await navigator.clipboard.writeText(lien)
      setCopie(true)
    } catch {
      // Refused by the browser: the link is selected, to be copied by hand.
    }
  }

  return (
    <>
      <p className="mb-5">
        Copiez-le maintenant{'\u00a0'}: cette page ne le montrera plus. Il est valable 24 heures. L’identifiant de la
        personne est <strong>{identifiant}</strong>.
      </p>
      <div className="champ">
        <label htmlFor="lien" className="champ__libelle">
          Lien d’activation
        </label>
        <input
          ref={champ}
          id="lien"
          readOnly
          value={lien}
          onFocus={(evenement) => evenement.currentTarget.select()}
          className="controle"
        />
      </div>
      <div className="rangee-boutons">
        <Bouton icone={<Copy />} onClick={copier}>
          Copier le lien
        </Bouton>
        <a href={retour.href} className="inline-block min-h-6">
          {retour.libelle}
        </a>
        <span role="status">{copie && 'Lien copié'}</span>
      </div>
    </>
  )
}
