import type { CadreContenu } from '@/components/cadre/contenu'
import { TriangleAlert } from '@/components/ui/icones'
import { etatDeMaintenance } from '@/lib/maintenance/etat'
import { jusquaEnMots, periodeEnMots } from '@/lib/maintenance/regles'
import { typo } from '@/lib/socle/format'

/** Below the header of every page: a maintenance that comes, or the one that makes the portal read only. `cadre`: the width of the content. */
export async function BandeauMaintenance({ cadre = 'partenaire' }: { cadre?: CadreContenu }) {
  const maintenant = new Date()
  // A page must not fail for its banner.
  const { enCours, annoncee } = await etatDeMaintenance(maintenant).catch(() => ({ enCours: null, annoncee: null }))
  const fenetre = enCours ?? annoncee
  if (!fenetre) return null
  return (
    <aside aria-label="Maintenance du portail" className={`bandeau${enCours ? ' bandeau--chaud' : ''}`}>
      <div className={`bandeau__rang${cadre === 'partenaire' ? '' : ` bandeau__rang--${cadre}`}`}>
        <TriangleAlert />
        <div className="min-w-0 flex-1">
          <p>
            {enCours ? (
              <>
                <strong>Portail en maintenance {jusquaEnMots(enCours, maintenant)}.</strong> Tout se lit{'\u202f'}; rien
                ne s’enregistre, sauf vos brouillons et les signalements.
              </>
            ) : (
              <>
                <strong>Maintenance à venir.</strong> Le portail sera en lecture seule {periodeEnMots(fenetre)}.
              </>
            )}{' '}
            <a href="/maintenance">{enCours ? 'Autre canal de votre caisse' : 'Ce que cela change'}</a>
          </p>
          {fenetre.texte && <p className="whitespace-pre-line">{typo(fenetre.texte)}</p>}
        </div>
      </div>
    </aside>
  )
}
