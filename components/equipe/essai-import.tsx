'use client'

import { type ReactNode, useState } from 'react'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { useFormulaire } from '@/components/formulaire/contexte'
import { MessageChamp } from '@/components/formulaire/message-champ'
import { Tableau } from '@/components/ui/tableau'

type Personne = {
  ligne: number
  identite: { civilite: string; nom: string; prenom: string; fonction: string; telephone: string; courriel: string }
}

const TAILLE_MAX = 2_000_000

/**
 * The file, then the list it gives. The dry run leaves the rows sealed in a hidden field: what was checked is what will be
 * created, and ticking a box too few loses nothing. `children`: the attestations.
 */
export function EssaiImport({ children }: { children: ReactNode }) {
  const { donnees, erreurs, valeurs } = useFormulaire()
  const recu = (donnees as { gage?: string } | undefined)?.gage
  const [garde, setGarde] = useState<string>()
  const [tropLourd, setTropLourd] = useState(false)
  if (recu && recu !== garde) setGarde(recu)
  // The file was refused since: the list of before is no longer the one of the field.
  const refuse = Object.keys(erreurs).some((nom) => nom.startsWith('fichier'))
  const gage = refuse ? undefined : (recu ?? garde ?? (typeof valeurs.gage === 'string' ? valeurs.gage : undefined))
  const message = tropLourd
    ? 'Ce fichier dépasse 2\u00a0Mo. Gardez une seule feuille, sans image.'
    : (erreurs.fichier ?? (refuse ? 'Corrigez le fichier, enregistrez-le, puis choisissez-le à nouveau.' : undefined))
  return (
    <>
      <div className={`champ max-w-160${message ? ' champ--erreur' : ''}`}>
        <label htmlFor="fichier" className="champ__libelle">
          Le fichier rempli
        </label>
        <p id="fichier-aide" className="champ__aide">
          XLSX, ODS ou CSV, 2{'\u00a0'}Mo au plus. Il est lu, jamais gardé.
        </p>
        <MessageChamp id="fichier-erreur" message={message} />
        <input
          id="fichier"
          name="fichier"
          type="file"
          accept=".xlsx,.ods,.csv"
          aria-describedby={`fichier-aide${message ? ' fichier-erreur' : ''}`}
          aria-invalid={message ? true : undefined}
          onChange={(evenement) => {
            const lourd = (evenement.currentTarget.files?.[0]?.size ?? 0) > TAILLE_MAX
            if (lourd) evenement.currentTarget.value = ''
            setTropLourd(lourd)
          }}
          className="controle h-auto! max-w-120 py-1.5 pl-1.5 file:mr-3 file:cursor-pointer file:rounded-2 file:border file:border-solid file:border-bleu-700 file:bg-blanc file:px-3 file:py-1 file:text-15 file:font-semibold file:text-bleu-700"
        />
      </div>
      <BoutonEnvoi aspect={gage ? 'secondaire' : 'primaire'} name="etape" value="essai" enCours="Vérification…">
        {gage ? 'Vérifier un autre fichier' : 'Vérifier le fichier'}
      </BoutonEnvoi>
      {gage && <Liste gage={gage}>{children}</Liste>}
    </>
  )
}

function lireGage(gage: string): Personne[] {
  try {
    const base64 = (gage.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const octets = Uint8Array.from(atob(base64), (signe) => signe.charCodeAt(0))
    return (JSON.parse(new TextDecoder().decode(octets)) as { lignes: Personne[] }).lignes
  } catch {
    return []
  }
}

function Liste({ gage, children }: { gage: string; children: ReactNode }) {
  const personnes = lireGage(gage)
  const nombre = personnes.length
  return (
    <section aria-labelledby="liste" className="mt-10">
      <input type="hidden" name="gage" value={gage} />
      <h2 id="liste">{nombre > 1 ? `${nombre} comptes à créer` : 'Un compte à créer'}</h2>
      <Tableau legende="Comptes à créer" className="mt-3 mb-8">
        <thead className="max-tab:sr-only">
          <tr>
            <th scope="col">Personne</th>
            <th scope="col">Courriel</th>
            <th scope="col" className="max-tab:hidden">
              Téléphone
            </th>
          </tr>
        </thead>
        <tbody>
          {personnes.map(({ ligne, identite }) => (
            <tr key={ligne}>
              <th scope="row">
                {identite.civilite === 'madame' ? 'Mme' : 'M.'} {identite.prenom} {identite.nom}
                <span className="block text-14 font-normal text-encre-2">{identite.fonction}</span>
              </th>
              <td className="break-all">{identite.courriel}</td>
              <td className="chiffres max-tab:hidden">{identite.telephone.replace(/(\d{2})(?=\d)/g, '$1 ')}</td>
            </tr>
          ))}
        </tbody>
      </Tableau>
      <h2 className="mb-1">J’atteste que {nombre > 1 ? 'chacune de ces personnes' : 'cette personne'}</h2>
      <p className="mb-3 text-15 text-encre-2">Gardé pour chaque compte, avec votre nom et la date.</p>
      {children}
      <div className="rangee-boutons mt-6">
        <BoutonEnvoi name="etape" value="creation" enCours="Création…">
          {nombre > 1 ? `Créer les ${nombre} comptes` : 'Créer le compte'}
        </BoutonEnvoi>
        <a href="/equipe" className="inline-block min-h-6">
          Annuler
        </a>
      </div>
    </section>
  )
}
