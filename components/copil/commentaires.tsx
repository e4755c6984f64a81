import { Conflit } from '@/components/copil/conflit'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionCommenterCopil } from '@/lib/copil/actions'
import type { CopilEntier } from '@/lib/copil/modele'
import { dateEtHeure } from '@/lib/socle/format'

type Cote = 'caisse' | 'partenaire'

/** What each side says of the figures. `ecrit`: the side that may still write, if the reader may. */
export function Commentaires({
  copil,
  ecrit,
  noms,
  titrePage,
}: {
  copil: CopilEntier
  ecrit: Cote | null
  noms: Record<Cote, string>
  titrePage: string
}) {
  return (
    <section aria-labelledby="commentaires" className="mt-10 max-w-180">
      <h2 id="commentaires" className="mb-3">
        Commentaires
      </h2>
      {(['caisse', 'partenaire'] as const).map((cote) => {
        const { texte, le, par } =
          cote === 'caisse'
            ? { texte: copil.commentaireCaisse, le: copil.commentaireCaisseLe, par: copil.commentaireCaissePar }
            : {
                texte: copil.commentairePartenaire,
                le: copil.commentairePartenaireLe,
                par: copil.commentairePartenairePar,
              }
        const signature = le && `${dateEtHeure(le)}${par ? `, par ${par}` : ''}`
        return (
          <div key={cote} className="mb-6">
            <h3 className="mb-1">{noms[cote]}</h3>
            {ecrit === cote ? (
              <Formulaire action={actionCommenterCopil} titrePage={titrePage} cle={`commentaire-${copil.id}`}>
                <ChampCache name="id" valeur={copil.id} />
                <ChampCache name="lu" valeur={le?.toISOString() ?? ''} />
                <Conflit name="remplacerCommentaire" quoi="le texte enregistré" />
                <ChampTexteLong
                  name="commentaire"
                  label="Votre commentaire"
                  aide="L’autre côté le lit dès qu’il est enregistré. Il ne change plus une fois le COPIL tenu."
                  optionnel
                  valeur={texte}
                  garde={texte !== ''}
                  lignes={6}
                  maxLength={4000}
                  pied={signature && `Enregistré le ${signature}`}
                />
                <BoutonEnvoi aspect={cote === 'caisse' ? 'secondaire' : 'primaire'} enCours="Enregistrement…">
                  Enregistrer le commentaire
                </BoutonEnvoi>
              </Formulaire>
            ) : texte ? (
              <>
                <p className="lecture whitespace-pre-line">{texte}</p>
                {signature && <p className="mt-1 text-14 text-encre-2">Écrit le {signature}</p>}
              </>
            ) : (
              <p className="text-encre-2">Aucun commentaire{copil.etat === 'preparation' && ' pour le moment'}.</p>
            )}
          </div>
        )
      })}
    </section>
  )
}
