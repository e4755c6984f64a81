import type { ReactNode } from 'react'
import { EnteteCaisse } from '@/components/cadre/entete-caisse'
import { EntetePartenaire } from '@/components/cadre/entete-partenaire'
import type { LienCadre } from '@/components/cadre/liens'
import { Pied } from '@/components/cadre/pied'
import { deconnexion } from '@/lib/comptes/actions'
import { libellesRole } from '@/lib/comptes/libelles'
import { type Acteur, accueilDe, aDroit, nomComplet } from '@/lib/socle/acteur'

/** Entries of the header, by right. */
function liensDe(acteur: Acteur): LienCadre[] {
  const liens: LienCadre[] = []
  if (aDroit(acteur, 'demande.suivre')) liens.push({ href: '/demandes', libelle: 'Demandes' })
  if (aDroit(acteur, 'equipe.voir')) liens.push({ href: '/equipe', libelle: 'Équipe' })
  if (aDroit(acteur, 'demande.voir')) liens.push({ href: '/caisse/file', libelle: 'File' })
  return liens
}

function qualite(acteur: Acteur): string {
  if (acteur.partenaire) {
    const nom = acteur.structure && !acteur.structure.unique ? acteur.structure.nom : acteur.partenaire.nom
    return acteur.profil === 'gestionnaire' ? `${nom}, gestionnaire` : nom
  }
  if (acteur.profil === 'administrateur') return 'Administration nationale'
  return acteur.roles.map((role) => libellesRole[role]).join(', ') || 'Caisse'
}

/** Header and footer of the side of the acteur. `chemin`: path of the page. `liens` adds counters to the entries. */
export function CadreActeur({
  acteur,
  chemin,
  liens = liensDe(acteur),
  large,
  children,
}: {
  acteur: Acteur
  chemin: string
  liens?: LienCadre[]
  large?: boolean
  children: ReactNode
}) {
  const compte = {
    nom: nomComplet(acteur),
    qualite: qualite(acteur),
    deconnexion,
    adresseSessions: '/compte#sessions',
  }
  const commun = { accueil: accueilDe(acteur), liens, chemin, compte }
  return (
    <>
      {acteur.partenaire ? (
        <EntetePartenaire {...commun} />
      ) : (
        <EnteteCaisse {...commun} caisse={acteur.caisse?.nom ?? 'Administration nationale'} />
      )}
      {children}
      <Pied large={large} />
    </>
  )
}
