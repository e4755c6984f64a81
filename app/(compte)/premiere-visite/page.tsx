import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { SchemaVisite } from '@/components/guide/schema'
import { TexteGuide } from '@/components/guide/texte'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { quitterVisite } from '@/lib/guide/actions'
import { adresseEtape, rangEtape, visiteDe } from '@/lib/guide/visites'
import { typo } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import '@/components/guide/guide.css'

export const metadata: Metadata = { title: 'Visite du portail' }

/** A few pages to read, each with its address: no script, nothing in the way, left at any time. */
export default async function PremiereVisite({ searchParams }: PageProps<'/premiere-visite'>) {
  const acteur = await exigerActeur('compte.soi')
  const etapes = visiteDe(acteur)
  const rang = rangEtape((await searchParams).etape, etapes.length)
  const etape = etapes[rang - 1]
  const derniere = rang === etapes.length
  return (
    <Cadre acteur={acteur} entree="/guide">
      {rang > 1 && <FilRetour href={adresseEtape(rang - 1)} libelle="Étape précédente" />}
      <p className="mb-1 text-15 text-encre-2">
        Étape {rang} sur {etapes.length}
      </p>
      <h1 className="mb-6">{typo(etape?.titre ?? '')}</h1>
      <div className="flex flex-wrap items-start gap-x-12 gap-y-6">
        <div className="lecture flex min-w-0 flex-1 basis-80 flex-col gap-3">
          {etape?.texte.map((texte) => (
            <p key={texte}>
              <TexteGuide texte={texte} />
            </p>
          ))}
        </div>
        {etape && <SchemaVisite schema={etape.schema} />}
      </div>
      <div className="rangee-boutons mt-8">
        {derniere ? (
          <Quitter issue="faite" mots="Terminer la visite" />
        ) : (
          <>
            <LienBouton href={adresseEtape(rang + 1)}>Continuer</LienBouton>
            <Quitter issue="passee" mots="Passer la visite" />
          </>
        )}
      </div>
    </Cadre>
  )
}

function Quitter({ issue, mots }: { issue: 'faite' | 'passee'; mots: string }) {
  return (
    <form action={quitterVisite}>
      <input type="hidden" name="issue" value={issue} />
      <Bouton type="submit" aspect={issue === 'faite' ? 'primaire' : 'tiers'}>
        {mots}
      </Bouton>
    </form>
  )
}
