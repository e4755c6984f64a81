import { ChampTexte } from '@/components/formulaire/champ-texte'

/** What an address outside the portal serves for, and for whom: the same words on both sides. */
export function ChampsTheme({ contact }: { contact?: { usage: string | null; pourQui: string | null } }) {
  return (
    <>
      <ChampTexte
        name="usage"
        label="À quoi elle sert"
        aide="Par exemple, demander une prise en charge avant une hospitalisation."
        optionnel
        largeur="plein"
        valeur={contact?.usage ?? ''}
        maxLength={200}
      />
      <ChampTexte
        name="pourQui"
        label="Pour qui"
        aide="Par exemple, les travailleurs sociaux, les assurés."
        optionnel
        valeur={contact?.pourQui ?? ''}
        maxLength={150}
      />
    </>
  )
}
