import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Liste } from '@/components/formulaire/liste'
import { actionEnregistrerAbsence } from '@/lib/absences/actions'
import { absenceEnMots } from '@/lib/absences/libelles'
import type { absenceAModifier } from '@/lib/absences/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { enParties } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'

type Lue = NonNullable<Awaited<ReturnType<typeof absenceAModifier>>>

/** Who is away (asked to a référent only), from when to when, and who stands in. */
export function FormulaireAbsence({
  titre,
  lue: { absence, agents },
  pourTous,
  moi,
  agent,
  aujourdhui,
}: {
  titre: string
  lue: Lue
  /** The absence of any agent, and not only one’s own. */
  pourTous: boolean
  moi: string
  /** The agent chosen before coming here. */
  agent?: string
  aujourdhui: DateIso
}) {
  const soi = !pourTous || absence?.compteId === moi
  return (
    <Formulaire
      action={actionEnregistrerAbsence}
      titrePage={absence ? 'Modifier une absence' : 'Noter une absence'}
      cle={`absence-${absence?.id ?? 'nouvelle'}`}
      className="max-w-160"
    >
      <h1 className="mb-2">{titre}</h1>
      <p className="mb-5">
        Les demandes restent au nom de la personne absente. Pendant ce temps, elles sont dans «{'\u00A0'}Mes demandes
        {'\u00A0'}» de qui la remplace, avec ce qui arrive et les courriels d’avis.
      </p>
      {absence && <ChampCache name="id" valeur={absence.id} />}
      {absence || !pourTous ? (
        <ChampCache name="compteId" valeur={absence?.compteId ?? moi} />
      ) : (
        <Liste
          name="compteId"
          label="Qui est absent ?"
          valeur={agent}
          options={agents.map((candidat) => ({
            valeur: candidat.id,
            libelle: candidat.id === moi ? `Moi, ${nomComplet(candidat)}` : nomComplet(candidat),
          }))}
        />
      )}
      <ChampDate
        name="debutLe"
        label="Premier jour d’absence"
        aide="Par exemple, 3 5 2026"
        valeur={enParties(absence?.debutLe ?? aujourdhui)}
      />
      <ChampDate
        name="finLe"
        label="Dernier jour d’absence"
        aide="Laissez vide si le retour n’est pas encore connu."
        optionnel
        valeur={enParties(absence?.finLe)}
      />
      <Liste
        name="remplacantId"
        label={soi ? 'Qui vous remplace ?' : 'Qui remplace ?'}
        aide="Si cette personne s’absente à son tour, c’est son propre remplaçant qui prend le relais."
        valeur={absence?.remplacantId}
        largeur="plein"
        options={agents
          .filter(({ id }) => id !== (absence?.compteId ?? (pourTous ? null : moi)))
          .map((candidat) => ({
            valeur: candidat.id,
            libelle: [nomComplet(candidat), absenceEnMots(candidat, aujourdhui)].filter(Boolean).join(', '),
          }))}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer l’absence</BoutonEnvoi>
        <a href="/caisse/absences" className="inline-block min-h-6">
          Ne rien changer
        </a>
      </div>
    </Formulaire>
  )
}
