import { notFound } from 'next/navigation'
import { Avis } from '@/components/ui/avis'
import { FilRetour } from '@/components/ui/fil-retour'
import { Resume } from '@/components/ui/resume'
import { adresseDuJournal } from '@/lib/journal/adresses'
import { intituleEvenement } from '@/lib/journal/libelles'
import { acteEnMots, auteurEnMots, lieuEnMots } from '@/lib/journal/phrase'
import { ligneDuJournal } from '@/lib/journal/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'

/** One row of the journal: all that it says, and whether it is the one that was written. */
export async function PageLigne({ acteur, rang, suite }: { acteur: Acteur; rang: string; suite: string }) {
  const lue = /^\d{1,18}$/.test(rang) ? await ligneDuJournal(acteur, BigInt(rang)) : null
  if (!lue) notFound()
  const { ligne, juste, reperes } = lue
  const compte = ligne.compteId ? reperes.noms.get(ligne.compteId) : undefined
  const details = Object.entries(ligne.details).map(([cle, valeur]) => `${cle}\u00A0: ${String(valeur ?? 'aucun')}`)
  const lignes = [
    { cle: 'Quand', valeur: `${dateEtHeure(ligne.le)}, ${ligne.le.toISOString().slice(17, 23).replace('.', ',')} s` },
    { cle: 'Qui', valeur: [auteurEnMots(ligne, reperes), compte?.identifiant].filter(Boolean).join(', ') },
    { cle: 'Profil', valeur: ligne.profil ?? 'non connecté' },
    { cle: 'Acte', valeur: `${intituleEvenement(ligne.action)} (${ligne.action})` },
    { cle: 'Sur', valeur: ligne.objetType ? `${ligne.objetType} ${ligne.objetId ?? ''}` : 'rien de particulier' },
    { cle: 'Où', valeur: lieuEnMots(ligne, reperes) || 'nulle part en particulier' },
    { cle: 'Adresse de connexion', valeur: ligne.adresse ?? 'aucune' },
    { cle: 'Précisions', valeur: details.length > 0 ? details.join(', ') : 'aucune' },
    { cle: 'Rang', valeur: String(ligne.id) },
  ]
  return (
    <>
      <FilRetour href={`${adresseDuJournal(acteur)}${suite}`} libelle="Journal" />
      <h1 className="mb-4 break-words">
        {auteurEnMots(ligne, reperes)} {acteEnMots(ligne, reperes)}
      </h1>
      {juste === false ? (
        <Avis ton="chaud" titre="Cette ligne n’est plus celle qui a été écrite" className="mb-6 max-w-180">
          <p>Son sceau ne correspond pas : elle, ou la précédente, a été changée. Prévenez le support national.</p>
        </Avis>
      ) : (
        <p className="mb-6">
          {juste
            ? 'Sceau vérifié : cette ligne est bien celle qui a été écrite, à sa place.'
            : 'La ligne d’avant n’est plus là : le sceau de celle-ci ne peut pas être vérifié seul.'}
        </p>
      )}
      <div className="max-w-180">
        <Resume titre="Ce qui est noté" lignes={lignes} />
      </div>
    </>
  )
}

/** What follows «?» in the address of the list a row was opened from. */
export function suiteDeLaListe({ recherche, avant }: Record<string, string | string[] | undefined>): string {
  const requete = new URLSearchParams()
  if (typeof recherche === 'string') requete.set('recherche', recherche)
  if (typeof avant === 'string') requete.set('avant', avant)
  return requete.size > 0 ? `?${requete}` : ''
}
