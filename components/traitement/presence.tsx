'use client'

import { useEffect, useState } from 'react'
import { Eye, Pencil } from '@/components/ui/icones'
import type { Present } from '@/lib/file/presence'

const BATTEMENT_MS = 30_000

/** The text under way, in whichever form of the page is open. */
const ecritEnCours = () =>
  [...document.querySelectorAll<HTMLTextAreaElement>('#agir textarea')].some(({ value }) => value.trim() !== '')

/** «Mme X et M. Y consultent cette demande». */
function Groupe({ presents, ecrit }: { presents: Present[]; ecrit: boolean }) {
  const noms = presents.filter((present) => present.ecrit === ecrit).map(({ nom }) => nom)
  if (noms.length === 0) return null
  const Icone = ecrit ? Pencil : Eye
  const verbe = noms.length > 1 ? (ecrit ? 'écrivent' : 'consultent') : ecrit ? 'écrit' : 'consulte'
  return (
    <p className="inline-flex items-center gap-2">
      <Icone className="text-cyan-700" />
      <span>
        <strong>{noms.join(', ')}</strong> {verbe} {ecrit ? 'une réponse' : 'cette demande'}
      </span>
    </p>
  )
}

/**
 * Who else has this demande on the screen, and who is answering it: said by the server with the page, then kept up to date
 * while it is looked at. A page behind another one says nothing, and is forgotten after two minutes.
 */
export function Presence({ reference, initiaux }: { reference: string; initiaux: Present[] }) {
  const [presents, setPresents] = useState(initiaux)

  useEffect(() => {
    const adresse = `/api/demandes/${reference}/presence`
    let ecrit = false
    async function dire() {
      if (document.visibilityState !== 'visible') return
      ecrit = ecritEnCours()
      const reponse = await fetch(adresse, { method: 'POST', body: JSON.stringify({ ecrit }) }).catch(() => null)
      if (reponse?.ok) setPresents(((await reponse.json()) as { presents: Present[] }).presents)
    }
    const partir = () => navigator.sendBeacon(adresse, JSON.stringify({ part: true }))
    // The first word written is said at once, and so is the last one erased.
    const surSaisie = () => {
      if (ecritEnCours() !== ecrit) void dire()
    }
    void dire()
    const battement = setInterval(dire, BATTEMENT_MS)
    document.addEventListener('visibilitychange', dire)
    document.addEventListener('input', surSaisie)
    window.addEventListener('pagehide', partir)
    return () => {
      clearInterval(battement)
      document.removeEventListener('visibilitychange', dire)
      document.removeEventListener('input', surSaisie)
      window.removeEventListener('pagehide', partir)
    }
  }, [reference])

  return (
    <div role="status" className="ml-auto max-tab:w-full">
      {presents.length > 0 && (
        <div className="flex flex-wrap gap-x-4 gap-y-1 bg-cyan-50 px-3 py-1">
          <Groupe presents={presents} ecrit />
          <Groupe presents={presents} ecrit={false} />
        </div>
      )}
    </div>
  )
}
