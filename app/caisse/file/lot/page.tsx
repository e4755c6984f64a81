import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { AttribuerLot, CloreLot, PrendreLot } from '@/components/file/formulaire-lot'
import { ListeLot } from '@/components/file/liste-lot'
import { lireRetour } from '@/components/file/requete'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { FilRetour } from '@/components/ui/fil-retour'
import { actePossible, prenable } from '@/lib/demandes/regles'
import type { TypeLot } from '@/lib/file/lot'
import { type DemandeCochee, demandesCochees, destinataires } from '@/lib/file/queries'
import type { Acteur } from '@/lib/socle/acteur'
import { estId } from '@/lib/socle/identifiants'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

const titres: Record<TypeLot, string> = {
  prendre: 'S’occuper de plusieurs demandes',
  attribuer: 'Attribuer plusieurs demandes',
  clore: 'Clore plusieurs demandes',
}

const lireActe = (acte: unknown): TypeLot => (acte === 'prendre' || acte === 'attribuer' ? acte : 'clore')

export async function generateMetadata({ searchParams }: PageProps<'/caisse/file/lot'>): Promise<Metadata> {
  return { title: titres[lireActe((await searchParams).acte)] }
}

/** What the act can be done on; the other ones are shown apart, and left alone. */
const possible = (acte: TypeLot) => (demande: DemandeCochee) =>
  acte === 'prendre'
    ? prenable({ ...demande, agentId: demande.agent?.id ?? null })
    : actePossible('passer', demande.etat)

async function Formulaire({
  acteur,
  acte,
  ...lot
}: Parameters<typeof CloreLot>[0] & { acteur: Acteur; acte: TypeLot }) {
  if (acte === 'prendre') return <PrendreLot {...lot} />
  if (acte === 'clore') return <CloreLot {...lot} />
  return (
    <AttribuerLot
      {...lot}
      {...(await destinataires(acteur))}
      moi={acteur.compteId}
      aujourdhui={dateAParis(new Date())}
    />
  )
}

export default async function PageLot({ searchParams }: PageProps<'/caisse/file/lot'>) {
  const acteur = await exigerActeur('demande.traiter')
  const recherche = await searchParams
  const acte = lireActe(recherche.acte)
  const demandes = await demandesCochees(acteur, [recherche['ids[]'] ?? []].flat())
  const faisables = demandes.filter(possible(acte))
  const ecartees = demandes.filter((demande) => !faisables.includes(demande))
  const retour = lireRetour(recherche.retour)
  const lot = typeof recherche.lot === 'string' && estId(recherche.lot) ? recherche.lot : randomUUID()
  return (
    <Cadre acteur={acteur} entree="/caisse/file">
      <FilRetour href={retour} libelle="File des demandes" />
      <h1 className="mb-6">{titres[acte]}</h1>
      {faisables.length === 0 ? (
        <EtatVide
          titre={demandes.length === 0 ? 'Aucune demande cochée' : 'Aucune de ces demandes ne le permet'}
          action={
            <LienBouton aspect="secondaire" href={retour}>
              Revenir à la file
            </LienBouton>
          }
        >
          Cochez des demandes ouvertes dans la file, puis recommencez.
        </EtatVide>
      ) : (
        <>
          <ListeLot
            titre={faisables.length > 1 ? `Ces ${faisables.length} demandes` : 'Cette demande'}
            demandes={faisables}
            moi={acteur.compteId}
          />
          <ListeLot titre="Laissées de côté, leur statut ne le permet pas" demandes={ecartees} moi={acteur.compteId} />
          <Formulaire
            acteur={acteur}
            acte={acte}
            lot={lot}
            demandes={faisables}
            titre={titres[acte]}
            suite={`?retour=${encodeURIComponent(retour)}`}
            adresseRetour={retour}
          />
        </>
      )}
    </Cadre>
  )
}
