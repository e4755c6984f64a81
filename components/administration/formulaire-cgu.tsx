import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexteLong } from '@/components/formulaire/champ-texte-long'
import { Formulaire } from '@/components/formulaire/formulaire'
import { actionRedigerCgu } from '@/lib/cgu/actions'

/** The draft of a version, new when `id` is absent. */
export function FormulaireCgu({
  titre,
  version,
  retour,
}: {
  titre: string
  version: { id?: string; version?: number; texte: string; resume: string | null }
  retour: string
}) {
  return (
    <Formulaire action={actionRedigerCgu} titrePage={titre} cle={`cgu-${version.id ?? 'nouvelle'}`}>
      <h1 className="mb-6">{titre}</h1>
      {version.id && (
        <>
          <ChampCache name="id" valeur={version.id} />
          <ChampCache name="version" valeur={version.version ?? 1} />
        </>
      )}
      <ChampTexteLong
        name="resume"
        label="Ce qui change"
        aide="Montré au-dessus du texte, à qui avait accepté la version précédente."
        lignes={4}
        maxLength={1_000}
        valeur={version.resume ?? ''}
      />
      <ChampTexteLong
        name="texte"
        label="Texte"
        aide="Une ligne vide sépare deux paragraphes. Une ligne qui commence par ## est un titre, par ### un sous-titre, par un tiret une ligne de liste."
        lignes={28}
        maxLength={60_000}
        valeur={version.texte}
      />
      <div className="rangee-boutons">
        <BoutonEnvoi enCours="Enregistrement…">Enregistrer et relire</BoutonEnvoi>
        <a href={retour} className="inline-block min-h-6">
          Annuler
        </a>
      </div>
    </Formulaire>
  )
}
