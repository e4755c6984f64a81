import { Conflit } from '@/components/copil/conflit'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionAnnulerCopil, actionRouvrirCopil, actionTenirCopil } from '@/lib/copil/actions'
import type { CopilEntier } from '@/lib/copil/modele'
import { enParties } from '@/lib/socle/jour'
import { type DateIso, dateAParis } from '@/lib/socle/temps'

type Cadre = { copil: CopilEntier; titrePage: string }

/** Once the meeting took place: its day and who was there, then nothing moves. */
export function CompteRendu({ copil, titrePage, aujourdhui }: Cadre & { aujourdhui: DateIso }) {
  const { prevuLe, tenuLe } = copil
  const jour = tenuLe ?? (prevuLe && dateAParis(prevuLe) <= aujourdhui ? dateAParis(prevuLe) : null)
  return (
    <section aria-labelledby="compte-rendu" className="mt-10 max-w-180">
      <h2 id="compte-rendu" className="mb-2">
        Compte rendu
      </h2>
      <p className="mb-4">
        Après la réunion, une fois les décisions ajoutées. Les commentaires et les décisions ne changent plus ensuite,
        et le partenaire est prévenu.
      </p>
      <Formulaire action={actionTenirCopil} titrePage={titrePage} cle={`tenir-${copil.id}`}>
        <ChampCache name="id" valeur={copil.id} />
        <ChampCache name="version" valeur={copil.version} />
        <Conflit name="remplacerCompteRendu" quoi="ce qui est enregistré" />
        <ChampDate
          name="tenuLe"
          label="La réunion a eu lieu le"
          aide="Par exemple, 12 3 2027"
          valeur={enParties(jour)}
        />
        <ChampTexteLong
          name="presents"
          label="Présents"
          aide="Un nom par ligne, avec la fonction."
          valeur={copil.presents}
          lignes={4}
          maxLength={2000}
        />
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer le compte rendu</BoutonEnvoi>
      </Formulaire>
      <Formulaire action={actionAnnulerCopil} titrePage={titrePage} cle={`annuler-${copil.id}`} className="mt-4">
        <ChampCache name="id" valeur={copil.id} />
        <BoutonEnvoi aspect="tiers" dense enCours="Un instant…">
          Annuler ce COPIL
        </BoutonEnvoi>
      </Formulaire>
    </section>
  )
}

/** A held COPIL is opened again for a reason that both sides read. */
export function Rouvrir({ copil, titrePage }: Cadre) {
  return (
    <details className="mt-10 max-w-180">
      <summary className="min-h-6 cursor-pointer text-bleu-700">Rouvrir ce COPIL</summary>
      <Formulaire action={actionRouvrirCopil} titrePage={titrePage} cle={`rouvrir-${copil.id}`} className="mt-4">
        <ChampCache name="id" valeur={copil.id} />
        <ChampTexteLong
          name="motif"
          label="Pourquoi le rouvrir"
          aide="Les deux côtés le liront. Les commentaires et les décisions pourront de nouveau changer."
          lignes={2}
          maxLength={500}
        />
        <BoutonEnvoi aspect="secondaire" enCours="Un instant…">
          Rouvrir le COPIL
        </BoutonEnvoi>
      </Formulaire>
    </details>
  )
}
