import type { ReactNode } from 'react'
import { Contenu } from '@/components/cadre/contenu'
import { EnteteCaisse } from '@/components/cadre/entete-caisse'
import { EntetePartenaire } from '@/components/cadre/entete-partenaire'
import { entreesDe } from '@/components/cadre/entrees'
import { Pied } from '@/components/cadre/pied'
import { PropositionVisite } from '@/components/guide/proposition-visite'
import { BandeauMaintenance } from '@/components/maintenance/bandeau'
import { deconnexion } from '@/lib/comptes/actions'
import { libellesRole } from '@/lib/comptes/libelles'
import { aidePour } from '@/lib/guide/guides'
import { type Acteur, accueilDe, aDroit, nomComplet } from '@/lib/socle/acteur'
import { noterDocument } from '@/lib/socle/document'
import { cheminCourant, vueConsignee } from '@/lib/socle/session'

/**
 * Header, content and footer of a page, on the side of the acteur.
 * `entree`: address of the entry of the header the page belongs to; `exacte` when the page is that entry itself.
 * `plein`: at full width, the page sets its own gutters. `compteurs`: by address of an entry, where the page knows more than the session.
 * `sansBouton`: without «Nouvelle demande», on the home that lists them and while filing. `sansRecherche`: the page has its own box.
 */
export async function Cadre({
  acteur,
  entree,
  exacte,
  plein,
  compteurs,
  sansBouton,
  sansRecherche,
  children,
}: {
  acteur: Acteur
  entree: string
  exacte?: boolean
  plein?: boolean
  compteurs?: Record<string, number>
  sansBouton?: boolean
  sansRecherche?: boolean
  children: ReactNode
}) {
  await vueConsignee()
  await noterDocument()
  const [adresse = '/'] = (await cheminCourant()).split('?')
  const accueil = accueilDe(acteur)
  const visite = acteur.premiereVisite === null && adresse === accueil && !acteur.termine
  const commun = {
    accueil,
    aide: aidePour(acteur, adresse),
    liens: entreesDe(acteur, compteurs ?? (acteur.nonLus > 0 ? { '/demandes/toutes': acteur.nonLus } : undefined)),
    chemin: exacte ? entree : `${entree}/-`,
    compte: {
      nom: nomComplet(acteur),
      qualite: qualiteDe(acteur),
      deconnexion,
      adresseAbsences: aDroit(acteur, 'absence.gerer') ? '/caisse/absences' : undefined,
    },
  }
  const declarer = aDroit(acteur, 'violation.declarer')
  if (acteur.partenaire) {
    const suit = !sansRecherche && aDroit(acteur, 'demande.suivre') && acteur.caissesOuvertes.length > 0
    const depose = acteur.profil === 'technicien' && !sansBouton && acteur.caissesOuvertes.length > 0
    return (
      <>
        <EntetePartenaire
          {...commun}
          nouvelleDemande={depose ? '/demandes/nouvelle' : undefined}
          recherche={suit ? '/demandes/recherche' : undefined}
        />
        <BandeauMaintenance />
        {visite && <PropositionVisite />}
        <Contenu>{children}</Contenu>
        <Pied lire={aDroit(acteur, 'publication.lire')} signaler declarer={declarer} />
      </>
    )
  }
  return (
    <>
      <EnteteCaisse
        {...commun}
        caisse={acteur.caisse?.nom ?? 'Administration nationale'}
        recherche={!sansRecherche && aDroit(acteur, 'demande.voir') ? '/caisse/recherche' : undefined}
      />
      <BandeauMaintenance cadre={plein ? 'plein' : 'referent'} />
      {visite && <PropositionVisite cadre={plein ? 'plein' : 'referent'} />}
      <Contenu cadre={plein ? 'plein' : 'referent'} className={plein ? 'caisse flex flex-col' : 'caisse'}>
        {children}
      </Contenu>
      <Pied
        lire={aDroit(acteur, 'publication.lire')}
        cadre={plein ? 'plein' : 'referent'}
        signaler
        declarer={declarer}
      />
    </>
  )
}

function qualiteDe({ partenaire, structure, profil, roles }: Acteur): string {
  if (partenaire) {
    const nom = structure && !structure.unique ? structure.nom : partenaire.nom
    return profil === 'gestionnaire' ? `${nom}, gestionnaire` : nom
  }
  if (profil === 'administrateur') return 'Administration nationale'
  return roles.map((role) => libellesRole[role]).join(', ')
}
