import { BadgeCopil } from '@/components/copil/badge-copil'
import { LienBouton } from '@/components/ui/bouton'
import type { Periode } from '@/lib/bilan/modele'
import type { CibleBilan } from '@/lib/bilan/queries'
import { quandCopil } from '@/lib/copil/libelles'
import type { CopilEntier } from '@/lib/copil/modele'
import { copilDuBilan } from '@/lib/copil/queries'
import { adresseDuCopil } from '@/lib/copil/regles'
import { type Acteur, aDroit, coteDe } from '@/lib/socle/acteur'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'

/** At the end of a bilan: where its COPIL stands, and the way to it. */
export async function BlocCopil({ acteur, cible, periode }: { acteur: Acteur; cible: CibleBilan; periode: Periode }) {
  const { caisseId, partenaireId } = cible
  if (!partenaireId) return null
  const copil = await copilDuBilan(acteur, { caisseId, partenaireId, du: periode.du, au: periode.au })
  const prepare = aDroit(acteur, 'copil.preparer')
  const page = adresseDuCopil(coteDe(acteur), { caisseId, partenaireId }, periode)
  return (
    <section aria-labelledby="copil" className="mt-10 max-w-180">
      <h2 id="copil" className="mb-2">
        COPIL
      </h2>
      {copil ? (
        <>
          <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
            <BadgeCopil etat={copil.etat} />
            <span>{enUneLigne(copil)}</span>
          </p>
          <LienBouton href={page} aspect="secondaire">
            {copil.etat === 'preparation' && aDroit(acteur, 'copil.commenter') ? 'Préparer le COPIL' : 'Voir le COPIL'}
          </LienBouton>
        </>
      ) : (
        <>
          <p className="mb-3">
            {prepare
              ? 'Aucun COPIL n’est préparé sur cette période. Les deux côtés y écrivent leur commentaire avant la réunion ; les décisions y restent.'
              : 'La caisse n’a pas encore préparé de COPIL sur cette période.'}
          </p>
          {prepare && (
            <LienBouton href={page} aspect="secondaire">
              Préparer un COPIL
            </LienBouton>
          )}
        </>
      )}
    </section>
  )
}

function enUneLigne({ etat, prevuLe, tenuLe, decisions }: CopilEntier): string {
  if (etat === 'tenu' && tenuLe) return `Le ${dateAvecAnnee(tenuLe)}, ${pluriel(decisions.length, 'décision')}.`
  if (etat === 'annule') return 'La réunion n’aura pas lieu.'
  return prevuLe ? `Prévu le ${quandCopil(prevuLe)}.` : 'La date n’est pas encore fixée.'
}
