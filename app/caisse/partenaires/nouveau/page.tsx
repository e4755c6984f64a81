import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Cadre } from '@/components/cadre/cadre'
import { DeuxColonnes } from '@/components/cadre/contenu'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import { ChampsPartenaire } from '@/components/partenaires/champs-partenaire'
import { RechercheSiret } from '@/components/partenaires/recherche-siret'
import { LienBouton } from '@/components/ui/bouton'
import { FilRetour } from '@/components/ui/fil-retour'
import { PairesNote, Resume } from '@/components/ui/resume'
import { actionCreerPartenaire, actionRattacherPartenaire } from '@/lib/partenaires/actions'
import { chercherSiret } from '@/lib/partenaires/queries-fiche'
import { ecrireSiret } from '@/lib/partenaires/regles'
import { siretSchema } from '@/lib/partenaires/schema'
import type { Acteur } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'

const TITRE = 'Ajouter un partenaire'

export async function generateMetadata({ searchParams }: PageProps<'/caisse/partenaires/nouveau'>): Promise<Metadata> {
  const { siret } = await searchParams
  return { title: siret !== undefined && !siretSchema.safeParse({ siret }).success ? `Erreur : ${TITRE}` : TITRE }
}

export default async function NouveauPartenaire({ searchParams }: PageProps<'/caisse/partenaires/nouveau'>) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { siret: tape } = await searchParams
  const lu = siretSchema.safeParse({ siret: tape ?? '' })
  const connu = tape !== undefined && lu.success
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour
        href={connu ? '/caisse/partenaires/nouveau' : '/caisse/partenaires'}
        libelle={connu ? 'Changer de SIRET' : 'Partenaires'}
      />
      {connu ? (
        <Suite acteur={acteur} siret={lu.data.siret} />
      ) : (
        <div className="max-w-160">
          <RechercheSiret
            valeur={typeof tape === 'string' ? tape.slice(0, 25) : undefined}
            erreur={tape === undefined || lu.success ? undefined : lu.error.issues[0]?.message}
          />
        </div>
      )}
    </Cadre>
  )
}

async function Suite({ acteur, siret }: { acteur: Acteur; siret: string }) {
  const trouve = await chercherSiret(acteur, siret)
  if (trouve.etat === 'inconnu') return <Creation siret={siret} />
  const identite = (
    <Resume
      titre="Ce que le portail en sait"
      lignes={[
        { cle: 'Nom', valeur: trouve.nom },
        { cle: 'Ville', valeur: trouve.ville },
        { cle: 'SIRET', valeur: <span className="chiffres">{ecrireSiret(siret)}</span> },
      ]}
    />
  )
  if (trouve.etat === 'ici')
    return (
      <Colonne titre={`${trouve.nom} est déjà un partenaire de votre caisse`}>
        {identite}
        <LienBouton href={`/caisse/partenaires/${trouve.id}`}>Ouvrir la fiche du partenaire</LienBouton>
      </Colonne>
    )
  return (
    <Colonne titre={`${trouve.nom} est déjà dans le portail`}>
      {identite}
      <p className="mb-3">
        La fiche existe, commune à toutes les caisses : rien n’est à ressaisir. Une convention en préparation s’ouvre
        entre le partenaire et votre caisse.
      </p>
      <p className="mb-6 text-15 text-encre-2">
        Les comptes du partenaire se voient une fois cette convention signée. Vos réglages et vos services restent ceux
        de votre caisse.
      </p>
      <Formulaire action={actionRattacherPartenaire} titrePage={TITRE} cle="rattacher">
        <ChampCache name="siret" valeur={siret} />
        <BoutonEnvoi enCours="Rattachement…">Rattacher ce partenaire à votre caisse</BoutonEnvoi>
      </Formulaire>
    </Colonne>
  )
}

function Colonne({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className="max-w-160">
      <h1 className="mb-6">{titre}</h1>
      {children}
    </div>
  )
}

function Creation({ siret }: { siret: string }) {
  return (
    <DeuxColonnes
      note={
        <PairesNote
          titre="Ce qui sera créé"
          paires={[
            { cle: 'La fiche du partenaire', valeur: 'commune à toutes les caisses qui le conventionnent' },
            {
              cle: 'Une convention en préparation',
              valeur: 'entre le partenaire et votre caisse ; elle n’ouvre rien encore',
            },
            { cle: 'SIRET', valeur: <span className="chiffres">{ecrireSiret(siret)}</span> },
          ]}
        />
      }
    >
      <Formulaire action={actionCreerPartenaire} titrePage={TITRE} cle="creer">
        <h1 className="mb-6">Ajouter un partenaire</h1>
        <ChampCache name="id" valeur={randomUUID()} />
        <ChampCache name="siret" valeur={siret} />
        <ChampsPartenaire />
        <BoutonEnvoi enCours="Création…">Créer le partenaire</BoutonEnvoi>
      </Formulaire>
    </DeuxColonnes>
  )
}
