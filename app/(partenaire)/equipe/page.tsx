import type { Metadata } from 'next'
import { Annonces } from '@/components/actualites/annonces'
import { AvisConfirmation } from '@/components/annuaire/confirmation'
import { Cadre } from '@/components/cadre/cadre'
import { adresseEquipe } from '@/components/equipe/adresses'
import { Fait } from '@/components/equipe/fait'
import { FiltresEquipe } from '@/components/equipe/filtres-equipe'
import { Gestionnaires } from '@/components/equipe/gestionnaires'
import { JaugePlaces } from '@/components/equipe/jauge-places'
import { TableauEquipe } from '@/components/equipe/tableau-equipe'
import { QuestionnairesARepondre } from '@/components/questionnaires/a-repondre'
import { BanniereRevue } from '@/components/revues/banniere-revue'
import { AvisSuspension } from '@/components/suspensions/avis-suspension'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { UserPlus } from '@/components/ui/icones'
import { confirmationAttendue } from '@/lib/annuaire/confirmation'
import { equipeDeLaStructure, filtresEquipeSchema } from '@/lib/habilitations/queries'
import { avecMots } from '@/lib/recherche/mots-gardes'
import { revueEnCours } from '@/lib/revues/queries'
import { pluriel } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

export const metadata: Metadata = { title: 'Votre équipe' }

export default async function Equipe({ searchParams }: PageProps<'/equipe'>) {
  const acteur = await exigerActeur('equipe.gerer')
  const recherche = await avecMots(acteur, await searchParams)
  const filtres = filtresEquipeSchema.parse(recherche)
  const maintenant = new Date()
  const [{ techniciens, retenus, total, tous, places, gestionnaires }, revue] = await Promise.all([
    equipeDeLaStructure(acteur, filtres, maintenant),
    revueEnCours(acteur),
  ])
  const organisme = (acteur.structure?.unique ? acteur.partenaire?.nom : acteur.structure?.nom) ?? ''
  const attester = typeof recherche.attester === 'string' ? recherche.attester : null
  // The first one due is open: one at a time, and «Plus tard» closes it.
  const ouvert = attester ?? techniciens.find(({ aRenouveler }) => aRenouveler)?.id ?? null
  return (
    <Cadre acteur={acteur} entree="/equipe" exacte>
      <AvisSuspension acteur={acteur} />
      <Annonces acteur={acteur} />
      <QuestionnairesARepondre acteur={acteur} maintenant={maintenant} />
      {revue && <BanniereRevue revue={revue} aujourdhui={dateAParis(maintenant)} />}
      <AvisConfirmation depuis={await confirmationAttendue(acteur, maintenant)} />
      <Fait
        fait={texte(recherche.fait)}
        technicien={tous.find(({ id }) => id === recherche.compte)}
        nombre={Number.parseInt(texte(recherche.nombre) ?? '', 10) || 0}
      />
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="max-tab:w-full">
          <h1>Votre équipe</h1>
          <p className="mt-2 text-15 text-encre-2">
            {organisme}, {pluriel(places.membres, 'membre déclaré', 'membres déclarés')}
          </p>
        </div>
        <JaugePlaces places={places.techniciens} nom="technicien" />
        <JaugePlaces
          places={places.gestionnaires}
          nom="gestionnaire"
          large
          suite={
            <>
              , <a href="/habilitations/nouvelle">demander à la caisse</a>
            </>
          }
        />
        <LienBouton href="/equipe/nouveau" icone={<UserPlus />}>
          Ajouter un technicien
        </LienBouton>
      </div>

      {total === 0 ? (
        <div className="mt-10">
          <EtatVide
            titre="Aucun compte de technicien"
            action={
              <LienBouton aspect="secondaire" href="/equipe/import">
                Importer une liste
              </LienBouton>
            }
          >
            <p>
              Les techniciens déposent les demandes et en suivent les réponses. Ajoutez le premier, ou plusieurs d’un
              coup.
            </p>
          </EtatVide>
        </div>
      ) : (
        <>
          <FiltresEquipe filtres={filtres} />
          {techniciens.length > 0 ? (
            <TableauEquipe {...{ techniciens, filtres, organisme, ouvert, maintenant }} />
          ) : (
            <EtatVide
              titre="Aucun compte ne correspond"
              action={
                <LienBouton aspect="secondaire" href="/equipe">
                  Voir toute l’équipe
                </LienBouton>
              }
            >
              <p>Cherchez par nom, par identifiant ou par adresse, sans les accents si vous voulez.</p>
            </EtatVide>
          )}
          <p className="mt-6 text-15 text-encre-2">
            {pluriel(techniciens.length, 'compte affiché', 'comptes affichés')} sur {total}.{' '}
            {techniciens.length < retenus ? (
              <a href={adresseEquipe(filtres, { tout: '1' })}>Tout afficher</a>
            ) : (
              retenus < total && <a href="/equipe">Tout afficher</a>
            )}
          </p>
        </>
      )}
      <Gestionnaires gestionnaires={gestionnaires} moi={acteur.compteId} maintenant={maintenant} />
      <p className="mt-8 text-15">
        <a href="/equipe/boite" className="inline-block min-h-6">
          Régler la boîte partagée
        </a>
        , qui reçoit un avis à chaque événement des demandes de la structure.
      </p>
    </Cadre>
  )
}

const texte = (valeur: unknown) => (typeof valeur === 'string' ? valeur : undefined)
