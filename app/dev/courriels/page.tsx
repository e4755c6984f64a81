import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CourrielAffiche } from '@/app/dev/courriels/courriel'
import { Contenu } from '@/components/cadre/contenu'
import { EntetePublic } from '@/components/cadre/entete-public'
import { Bouton } from '@/components/ui/bouton'
import { dossierCourriels, lireCourriels } from '@/lib/socle/courriels-recus'

export const metadata: Metadata = { title: 'Courriels de la démonstration' }
export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ destinataire?: string | string[] }> }

export default async function CourrielsRecus({ searchParams }: Props) {
  const dossier = dossierCourriels()
  if (!dossier) notFound()
  const { destinataire } = await searchParams
  const cherche = typeof destinataire === 'string' ? destinataire : ''
  const courriels = lireCourriels(dossier, cherche)
  return (
    <>
      <EntetePublic />
      <Contenu>
        <h1 className="text-27 font-[650]">Courriels de la démonstration</h1>
        <p className="mt-2 max-w-160">
          Aucun courriel ne part vraiment : ils arrivent tous ici, les plus récents en premier. Les 500 derniers sont
          gardés.
        </p>
        <form className="my-6 flex flex-wrap items-end gap-3">
          <div className="w-full max-w-80">
            <label htmlFor="destinataire" className="block font-[650]">
              Adresse du destinataire (optionnel)
            </label>
            <input id="destinataire" name="destinataire" type="text" defaultValue={cherche} className="champ w-full" />
          </div>
          <Bouton type="submit" aspect="secondaire">
            Filtrer
          </Bouton>
          {cherche && <a href="/dev/courriels">Voir tous les courriels</a>}
        </form>
        <p role="status">
          {courriels.length === 0
            ? 'Aucun courriel pour le moment. Rechargez la page dans quelques secondes.'
            : `${courriels.length} courriel${courriels.length > 1 ? 's' : ''}`}
        </p>
        <ol className="mt-4 flex flex-col gap-3">
          {courriels.map((courriel) => (
            <li key={courriel.id}>
              <CourrielAffiche courriel={courriel} />
            </li>
          ))}
        </ol>
      </Contenu>
    </>
  )
}
