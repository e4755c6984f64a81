import type { CadreContenu } from '@/components/cadre/contenu'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { Info } from '@/components/ui/icones'
import { quitterVisite } from '@/lib/guide/actions'

/** Below the header of the first page, as long as the account has neither taken nor refused the tour: it stops nothing. */
export function PropositionVisite({ cadre = 'partenaire' }: { cadre?: CadreContenu }) {
  return (
    <aside aria-label="Visite du portail" className="bandeau">
      <div className={`bandeau__rang items-center${cadre === 'partenaire' ? '' : ` bandeau__rang--${cadre}`}`}>
        <Info />
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5 gap-y-2">
          <p className="min-w-0">
            <strong>Voulez-vous faire le tour du portail{'\u202f'}?</strong> Quatre étapes, deux minutes. La visite
            reste dans «{'\u00a0'}Mon compte{'\u00a0'}».
          </p>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <LienBouton href="/premiere-visite" aspect="secondaire" dense>
              Commencer la visite
            </LienBouton>
            <form action={quitterVisite}>
              <input type="hidden" name="issue" value="passee" />
              <Bouton type="submit" aspect="tiers" dense>
                Non merci
              </Bouton>
            </form>
          </div>
        </div>
      </div>
    </aside>
  )
}
