import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { TraitementsDuRegistre } from '@/components/conservation/registre'
import { FilRetour } from '@/components/ui/fil-retour'
import { registreDe } from '@/lib/conservation/queries'
import { exigerActeur } from '@/lib/socle/session'
import { formatsTableur } from '@/lib/socle/tableur'

const TITRE = 'Registre des traitements'

export const metadata: Metadata = { title: TITRE }

export default async function PageRegistre() {
  const acteur = await exigerActeur('conservation.voir')
  const registre = await registreDe(acteur)
  return (
    <Cadre acteur={acteur} entree="/caisse/conservation">
      <FilRetour href="/caisse/conservation" libelle="Conservation des données" />
      <h1>{TITRE}</h1>
      <p className="mt-2 max-w-180">
        Ce que le portail garde des personnes pour {registre.caisse.nom}, pourquoi, pour qui et combien de temps. Ces
        durées sont celles que la nuit applique.
      </p>
      <p className="mt-3 mb-6 flex flex-wrap gap-x-5 gap-y-1">
        <a href="/api/conservation/registre?format=pdf">Ouvrir en PDF</a>
        {formatsTableur.map((format) => (
          <a key={format} href={`/api/conservation/registre?format=${format}`}>
            Télécharger en {format.toUpperCase()}
          </a>
        ))}
      </p>
      <TraitementsDuRegistre registre={registre} />
    </Cadre>
  )
}
