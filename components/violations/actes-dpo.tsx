import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import {
  actionCloreViolation,
  actionNoterMesure,
  actionNoterNotification,
  actionQualifierViolation,
  actionRouvrirViolation,
} from '@/lib/violations/actions'
import { aidesRisque, libellesRisque, risques } from '@/lib/violations/libelles'
import type { Part } from '@/lib/violations/regles'

export const actesDpo = ['qualifier', 'mesure', 'autre_partie', 'autorite', 'personnes', 'clore', 'rouvrir'] as const
export type ActeDpo = (typeof actesDpo)[number]

export const titresActe: Record<ActeDpo, string> = {
  qualifier: 'Qualifier la violation',
  mesure: 'Noter une mesure',
  autre_partie: 'Information de l’autre partie',
  autorite: 'Notification à la CNIL',
  personnes: 'Information des personnes',
  clore: 'Clore la violation',
  rouvrir: 'Rouvrir la violation',
}

const faits = {
  autre_partie: { question: 'L’autre partie est-elle informée\u202F?', oui: 'Oui, elle est informée' },
  autorite: { question: 'La CNIL est-elle notifiée\u202F?', oui: 'Oui, elle est notifiée' },
  personnes: { question: 'Les personnes sont-elles informées\u202F?', oui: 'Oui, elles sont informées' },
}

/** The form of one act of the DPO. */
export function FormulaireActe({ acte, id, part }: { acte: ActeDpo; id: string; part: Part }) {
  const commun = { titrePage: titresActe[acte], cle: `${acte}-${id}` }
  const cache = <ChampCache name="id" valeur={id} />
  if (acte === 'qualifier')
    return (
      <Formulaire action={actionQualifierViolation} {...commun}>
        {cache}
        <Radios
          name="etat"
          label="Est-ce une violation de données ?"
          valeur={part.etat === 'a_qualifier' ? undefined : part.etat}
          options={[
            { valeur: 'averee', libelle: 'Oui, elle est avérée' },
            { valeur: 'ecartee', libelle: 'Non, elle est écartée', aide: 'Elle reste au registre, avec la raison.' },
          ]}
        />
        <Radios
          name="risque"
          label="Quel risque pour les personnes ?"
          aide="Si elle est avérée."
          optionnel
          valeur={part.risque ?? undefined}
          options={risques.map((valeur) => ({ valeur, libelle: libellesRisque[valeur], aide: aidesRisque[valeur] }))}
        />
        <ChampTexteLong name="analyse" label="Pourquoi" aide="Les effets probables, en une ou deux phrases." />
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer la qualification</BoutonEnvoi>
      </Formulaire>
    )
  if (acte === 'mesure')
    return (
      <Formulaire action={actionNoterMesure} {...commun}>
        {cache}
        <ChampTexteLong name="mesure" label="Mesure prise" aide="La note est datée de maintenant." />
        <BoutonEnvoi enCours="Enregistrement…">Noter la mesure</BoutonEnvoi>
      </Formulaire>
    )
  if (acte === 'clore')
    return (
      <Formulaire action={actionCloreViolation} {...commun}>
        {cache}
        <p className="mb-4">La conclusion va au registre. Vous pourrez rouvrir la violation.</p>
        <ChampTexteLong name="conclusion" label="Conclusion" />
        <BoutonEnvoi enCours="Clôture…">Clore la violation</BoutonEnvoi>
      </Formulaire>
    )
  if (acte === 'rouvrir')
    return (
      <Formulaire action={actionRouvrirViolation} {...commun}>
        {cache}
        <ChampTexteLong name="raison" label="Pourquoi la rouvrir" />
        <BoutonEnvoi enCours="Réouverture…" aspect="secondaire">
          Rouvrir la violation
        </BoutonEnvoi>
      </Formulaire>
    )
  return (
    <Formulaire action={actionNoterNotification} {...commun}>
      {cache}
      <ChampCache name="quoi" valeur={acte} />
      <Radios
        name="fait"
        label={faits[acte].question}
        options={[
          { valeur: 'oui', libelle: faits[acte].oui },
          { valeur: 'non_necessaire', libelle: 'Ce n’est pas nécessaire', aide: 'Dites pourquoi ci-dessous.' },
        ]}
      />
      <ChampDate name="le" label="Depuis quel jour" aide="À remplir si c’est fait." optionnel />
      <ChampTexte name="heure" label="À quelle heure" aide="Par exemple 14 h 30" largeur="court" optionnel />
      <ChampTexteLong
        name="raison"
        label="Comment, ou pourquoi ce n’est pas nécessaire"
        lignes={3}
        aide="Obligatoire si ce n’est pas nécessaire. Après la limite, dites aussi pourquoi."
        optionnel
      />
      <BoutonEnvoi enCours="Enregistrement…">Enregistrer la réponse</BoutonEnvoi>
    </Formulaire>
  )
}
