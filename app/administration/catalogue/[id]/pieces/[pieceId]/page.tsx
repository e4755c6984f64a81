import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PorteeMotif } from '@/components/administration/portee-motif'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampTexte } from '@/components/formulaire/champ-texte'
import { CaseACocher, CasesACocher, Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { actionEnregistrerPiece } from '@/lib/catalogue/actions'
import { motifDuCatalogue } from '@/lib/catalogue/queries'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Une pièce d’un motif' }

export default async function Piece({ params }: PageProps<'/administration/catalogue/[id]/pieces/[pieceId]'>) {
  const acteur = await exigerActeur('administrer')
  const { id, pieceId } = await params
  const motif = await motifDuCatalogue(acteur, id)
  const piece = motif?.pieces.find((candidate) => candidate.id === pieceId)
  if (!motif || (!piece && pieceId !== 'nouvelle')) notFound()
  const adresse = `/administration/catalogue/${motif.id}`
  const titre = piece ? piece.libelle : 'Nouvelle pièce'
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href={adresse} libelle={motif.libelleCourt} />
      <DeuxColonnes note={<PorteeMotif portee={motif.portee} />}>
        <Formulaire action={actionEnregistrerPiece} titrePage={titre} cle={`piece-${pieceId}`}>
          <h1 className="mb-6">{titre}</h1>
          <ChampCache name="motifId" valeur={motif.id} />
          <ChampCache name="version" valeur={motif.version} />
          {piece && <ChampCache name="id" valeur={piece.id} />}
          <ChampTexte name="libelle" label="Nom de la pièce" maxLength={150} largeur="plein" valeur={piece?.libelle} />
          <ChampTexte
            name="aide"
            label="Aide"
            aide="Ce qui convient : moins de 3 mois, recto et verso…"
            optionnel
            maxLength={400}
            largeur="plein"
            valeur={piece?.aide ?? ''}
          />
          <Radios
            name="exigence"
            label="Quand est-elle demandée ?"
            valeur={piece?.exigence}
            options={[
              {
                valeur: 'requise',
                libelle: 'Toujours',
                aide: 'La personne la fournit, ou dit pourquoi elle ne l’a pas',
              },
              { valeur: 'suggeree', libelle: 'Si elle existe', aide: 'Proposée, jamais exigée' },
              {
                valeur: 'urgence',
                libelle: 'Si le dossier est urgent',
                aide: 'Sans elle, le dossier n’est pas urgent',
              },
            ]}
          />
          {motif.variantes.length > 0 && (
            <CasesACocher
              name="variantes"
              label="Pour quelles précisions ?"
              aide="Aucune cochée : pour toutes"
              optionnel
              valeurs={piece?.variantes ?? []}
              options={motif.variantes.map(({ code, libelle }) => ({ valeur: code, libelle }))}
            />
          )}
          <ChampTexte
            name="ordre"
            label="Rang dans la liste"
            inputMode="numeric"
            largeur="court"
            maxLength={4}
            valeur={String(piece?.ordre ?? (motif.pieces.at(-1)?.ordre ?? 0) + 10)}
          />
          {piece && (
            <CaseACocher
              name="actif"
              label="Demander cette pièce"
              aide="Décochée, elle n’est plus demandée ; les demandes déposées la gardent."
              cochee={piece.actif}
            />
          )}
          <div className="rangee-boutons">
            <BoutonEnvoi enCours="Enregistrement…">Enregistrer la pièce</BoutonEnvoi>
            <a href={adresse} className="inline-block min-h-6">
              Annuler
            </a>
          </div>
        </Formulaire>
      </DeuxColonnes>
    </Cadre>
  )
}
