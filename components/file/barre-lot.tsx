'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { usePlace } from '@/components/file/use-place'
import { allerVers, appeler } from '@/components/formulaire/envoi'
import { allerALaConnexion } from '@/components/formulaire/saisie-gardee'
import { Avis } from '@/components/ui/avis'
import { Bouton } from '@/components/ui/bouton'
import type { ActionFormulaire, EtatAction } from '@/lib/socle/etat-action'

const cases = () => [...document.querySelectorAll<HTMLInputElement>('input[form="lot"][type="checkbox"]')]
const cochees = () => cases().filter(({ checked }) => checked)

type Compte = { faites: number; refusees: number }
type Fait = { lot: string; vers?: string; n: number; annule?: boolean }

const dire = (n: number, un: string, plusieurs: string) => (n > 1 ? `${n} demandes ${plusieurs}` : `1 demande ${un}`)

/**
 * Acts on what is ticked. Shown by the style sheet as soon as a box is; without JavaScript each button leads to a page that
 * lists the demandes. With it, «Je m’en occupe» acts at once and can be undone from here.
 */
export function BarreLot({
  lot,
  retour,
  prendre,
  annuler,
}: {
  /** Id of the act to come: a double click makes one. */
  lot: string
  /** The filters in use, to come back to. */
  retour: string
  prendre: ActionFormulaire
  annuler: ActionFormulaire
}) {
  const [n, setN] = useState(0)
  const [fait, setFait] = useState<Fait | null>(null)
  const [refus, setRefus] = useState<string>()
  const formulaire = useRef<HTMLFormElement>(null)
  const occupe = useRef(false)
  const gardees = useRef(new Set<string>())
  const relire = usePlace()

  useEffect(() => {
    function compter() {
      const toutes = cases()
      const combien = cochees().length
      gardees.current = new Set(cochees().map(({ value }) => value))
      const tout = document.querySelector<HTMLInputElement>('.file input[data-tout]')
      if (tout) {
        tout.checked = combien > 0 && combien === toutes.length
        tout.indeterminate = combien > 0 && combien < toutes.length
      }
      garderSousLaMain(formulaire.current, () => setN(combien))
    }
    function changer({ target }: Event) {
      if (!(target instanceof HTMLInputElement)) return
      if ('tout' in target.dataset) for (const boite of cases()) boite.checked = target.checked
      else if (target.getAttribute('form') !== 'lot') return
      compter()
    }
    // A row that has changed is written anew: what was ticked stays so.
    for (const boite of cases()) if (gardees.current.has(boite.value)) boite.checked = true
    compter()
    document.addEventListener('change', changer)
    return () => document.removeEventListener('change', changer)
  }, [lot])

  async function agir(action: ActionFormulaire, donnees: FormData): Promise<EtatAction | null> {
    if (occupe.current) return null
    occupe.current = true
    donnees.append('_js', '1')
    const etat = await appeler(action, donnees)
    occupe.current = false
    if (etat.code === 'session_expiree') allerALaConnexion()
    else if (!etat.ok) setRefus(etat.message)
    return etat.ok ? etat : null
  }

  async function envoyer(evenement: FormEvent<HTMLFormElement>) {
    const bouton = (evenement.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    if (bouton?.value !== 'prendre') return
    evenement.preventDefault()
    const donnees = new FormData(evenement.currentTarget)
    const etat = await agir(prendre, donnees)
    if (!etat) return
    const { faites, refusees } = etat.donnees as Compte
    if (refusees > 0 && etat.vers) return allerVers(etat.vers)
    const [premiere] = cochees()
    for (const boite of cochees()) boite.checked = false
    gardees.current.clear()
    setN(0)
    setRefus(undefined)
    setFait({ lot, vers: etat.vers, n: faites })
    relire(document.activeElement?.closest('.file') ? document.activeElement : (premiere ?? null))
  }

  async function defaire({ lot: id, vers, n: combien }: Fait) {
    const donnees = new FormData()
    donnees.append('id', id)
    if (!(await agir(annuler, donnees))) return
    setFait({ lot: id, vers, n: combien, annule: true })
    relire(null)
  }

  function decocher() {
    for (const boite of cochees()) boite.click()
    document.querySelector<HTMLElement>('.file tbody td:nth-child(3) a')?.focus()
  }

  return (
    <>
      <div role="status" className="empty:hidden">
        {fait && (
          <Avis className="mx-5 my-3 max-tab:mx-4">
            {fait.annule ? (
              <p>
                C’est annulé. <a href={fait.vers}>Voir le compte rendu</a>
              </p>
            ) : (
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span>Vous vous occupez de {dire(fait.n, 'de plus', 'de plus')}.</span>
                <button type="button" className="bouton bouton--tiers bouton--dense" onClick={() => defaire(fait)}>
                  Annuler
                </button>
                <a href={fait.vers}>Voir le compte rendu</a>
              </p>
            )}
          </Avis>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {refus && (
          <Avis ton="chaud" className="mx-5 my-3 max-tab:mx-4">
            {refus}
          </Avis>
        )}
      </div>
      <form ref={formulaire} id="lot" action="/caisse/file/lot" method="get" onSubmit={envoyer} className="barre-lot">
        <input type="hidden" name="lot" value={lot} />
        <input type="hidden" name="retour" value={retour} />
        <p role="status" className="font-semibold">
          {n > 0 && dire(n, 'cochée', 'cochées')}
        </p>
        <Bouton type="submit" name="acte" value="prendre" dense data-lot="">
          Je m’en occupe
        </Bouton>
        <Bouton type="submit" name="acte" value="attribuer" aspect="secondaire" dense>
          Attribuer à…
        </Bouton>
        <Bouton type="submit" name="acte" value="clore" aspect="secondaire" dense>
          Clore…
        </Bouton>
        <button type="button" className="bouton bouton--tiers bouton--dense ml-auto" onClick={decocher}>
          Tout décocher
        </button>
      </form>
    </>
  )
}

/** The bar pushes the rows down when it appears: the page scrolls by as much, and the next box is where it was. */
function garderSousLaMain(barre: HTMLElement | null, changer: () => void) {
  const ligne = document.activeElement?.closest('.file tr')
  const avant = ligne?.getBoundingClientRect().top
  changer()
  requestAnimationFrame(() => {
    if (barre && ligne && avant !== undefined) window.scrollBy(0, ligne.getBoundingClientRect().top - avant)
  })
}
