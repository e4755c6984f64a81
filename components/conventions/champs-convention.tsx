import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { CasesACocher, Radios } from '@/components/formulaire/choix'
import { Liste } from '@/components/formulaire/liste'
import { enParties } from '@/lib/socle/jour'

export type TexteDeConvention = {
  intitule: string
  effetLe: string | null
  dureeMois: number
  taciteReconduction: boolean
  preavisMois: number | null
  tiers: string[]
  referentId: string | null
  caisses: string[]
}

/** The text of a draft: what all its parties will sign. */
export function ChampsConvention({
  valeurs,
  caisses,
  referents,
}: {
  valeurs: TexteDeConvention
  caisses: { id: string; nom: string }[]
  referents: { id: string; prenom: string; nom: string }[]
}) {
  return (
    <>
      <ChampTexte name="intitule" label="Intitulé" valeur={valeurs.intitule} largeur="plein" maxLength={150} />
      <ChampDate
        name="effetLe"
        label="Date d’effet"
        aide="Premier jour de la convention. Par exemple, 1 4 2026"
        valeur={enParties(valeurs.effetLe)}
      />
      <ChampTexte
        name="dureeMois"
        label="Durée, en mois"
        aide="12 pour un an."
        valeur={String(valeurs.dureeMois)}
        largeur="court"
        inputMode="numeric"
        maxLength={3}
      />
      <Radios
        name="taciteReconduction"
        label="Se renouvelle-t-elle d’elle-même à chaque anniversaire ?"
        valeur={valeurs.taciteReconduction ? 'oui' : 'non'}
        options={[
          { valeur: 'oui', libelle: 'Oui, tacite reconduction' },
          { valeur: 'non', libelle: 'Non', aide: 'L’accès se ferme le dernier jour, sauf nouvelle convention.' },
        ]}
      />
      <ChampTexte
        name="preavisMois"
        label="Préavis d’une dénonciation, en mois"
        aide="0 s’il n’y en a pas. Le réglage de votre caisse est proposé."
        valeur={String(valeurs.preavisMois ?? 0)}
        largeur="court"
        inputMode="numeric"
        maxLength={2}
      />
      {caisses.length > 0 && (
        <details className="mb-6">
          <summary className="min-h-6 cursor-pointer font-semibold text-bleu-700 underline underline-offset-3">
            Inviter d’autres caisses à signer le même texte
          </summary>
          <CasesACocher
            name="caisses"
            label="Caisses invitées"
            aide="Chacune signe pour elle-même, et garde ses propres réglages."
            optionnel
            className="mt-4"
            options={caisses.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
            valeurs={valeurs.caisses}
          />
        </details>
      )}
      <ChampTexteLong
        name="tiers"
        label="Autres signataires"
        aide="Par exemple, une CARSAT. Un organisme par ligne."
        optionnel
        lignes={2}
        maxLength={1000}
        valeur={valeurs.tiers.join('\n')}
      />
      <Liste
        name="referentId"
        label="Référent de la convention dans votre caisse"
        optionnel
        valeur={valeurs.referentId ?? ''}
        options={referents.map(({ id, prenom, nom }) => ({ valeur: id, libelle: `${prenom} ${nom}` }))}
      />
    </>
  )
}
