import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChampsMotif } from '@/components/administration/champs-motif'
import { PorteeMotif } from '@/components/administration/portee-motif'
import { TableauFiches } from '@/components/administration/tableau-fiches'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { Avis } from '@/components/ui/avis'
import { LienBouton } from '@/components/ui/bouton'
import { Fait } from '@/components/ui/fait'
import { FilRetour } from '@/components/ui/fil-retour'
import { Plus } from '@/components/ui/icones'
import { actionModifierMotif } from '@/lib/catalogue/actions'
import { type MotifDuCatalogue, motifDuCatalogue } from '@/lib/catalogue/queries'
import { definitionDe } from '@/lib/demandes/registre'
import { exigerActeur } from '@/lib/socle/session'

export const metadata: Metadata = { title: 'Un motif national' }

const faits = {
  cree: 'Le motif est créé. Toutes les caisses le proposent. Ajoutez ses pièces s’il en demande.',
  modifie: 'Les changements sont enregistrés. Ils valent pour les demandes à venir.',
  retire: 'Le motif est retiré : plus personne ne le propose. Les demandes déjà déposées suivent leur cours.',
  active: 'Le motif est de nouveau proposé.',
  piece: 'La liste des pièces est enregistrée.',
}

const exigences: Record<string, string> = {
  requise: 'Requise',
  suggeree: 'Suggérée',
  urgence: 'Requise si c’est urgent',
}

export default async function Motif({ params, searchParams }: PageProps<'/administration/catalogue/[id]'>) {
  const acteur = await exigerActeur('administrer')
  const motif = await motifDuCatalogue(acteur, (await params).id)
  if (!motif) notFound()
  const adresse = `/administration/catalogue/${motif.id}`
  return (
    <Cadre acteur={acteur} entree="/administration/catalogue">
      <FilRetour href="/administration/catalogue" libelle="Catalogue national" />
      <Fait fait={(await searchParams).fait} mots={faits} />
      <DeuxColonnes note={<PorteeMotif portee={motif.portee} />}>
        <Formulaire action={actionModifierMotif} titrePage={motif.libelle} cle={`motif-${motif.id}`}>
          <h1>{motif.libelle}</h1>
          <p className="mt-2 mb-6 text-15 text-encre-2">
            {definitionDe(motif.service).verbe}
            {motif.habilitation && '. Ouvre la demande sur les comptes gestionnaire.'}
            {motif.demandeLiee && '. Porte sur une demande déjà déposée.'}
          </p>
          {!motif.actif && <Avis className="mb-6">Ce motif est retiré : aucune caisse ne le propose.</Avis>}
          <ChampCache name="id" valeur={motif.id} />
          <ChampCache name="version" valeur={motif.version} />
          <ChampsMotif valeurs={motif} />
          <BoutonEnvoi enCours="Enregistrement…">Enregistrer les changements</BoutonEnvoi>
        </Formulaire>
        <Pieces motif={motif} adresse={adresse} />
        <p className="mt-10">
          <LienBouton aspect={motif.actif ? 'danger' : 'secondaire'} href={`${adresse}/retirer`}>
            {motif.actif ? 'Retirer ce motif' : 'Proposer de nouveau ce motif'}
          </LienBouton>
        </p>
      </DeuxColonnes>
    </Cadre>
  )
}

function Pieces({ motif, adresse }: { motif: MotifDuCatalogue; adresse: string }) {
  const noms = (codes: string[]) =>
    codes.map((code) => motif.variantes.find((variante) => variante.code === code)?.libelle ?? code).join(', ')
  return (
    <section id="pieces" aria-labelledby="titre-pieces" className="mt-10">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="titre-pieces">Pièces demandées</h2>
        <LienBouton aspect="secondaire" dense href={`${adresse}/pieces/nouvelle`} icone={<Plus />}>
          Ajouter une pièce
        </LienBouton>
      </div>
      {motif.pieces.length === 0 ? (
        <p className="mt-2">Aucune : ce motif se dépose sans pièce.</p>
      ) : (
        <TableauFiches
          legende="Pièces demandées"
          colonnes={['Pièce', 'Exigence', 'Pour']}
          lignes={motif.pieces.map((piece) => ({
            cle: piece.id,
            cellules: [
              <a key="piece" href={`${adresse}/pieces/${piece.id}`}>
                {piece.libelle}
              </a>,
              piece.actif ? (exigences[piece.exigence] ?? piece.exigence) : 'Retirée',
              piece.variantes.length === 0 ? 'Toutes les demandes' : noms(piece.variantes),
            ],
          }))}
        />
      )}
    </section>
  )
}
