import type { LienCadre } from '@/components/cadre/liens'
import { type Acteur, aDroit, type Droit } from '@/lib/socle/acteur'

const entrees: { href: string; libelle: string; droit: Droit; motsCompte?: string }[] = [
  { href: '/demandes', libelle: 'Accueil', droit: 'demande.suivre', motsCompte: 'actualités à lire' },
  { href: '/demandes/toutes', libelle: 'Demandes', droit: 'demande.suivre', motsCompte: 'avec du nouveau' },
  { href: '/equipe', libelle: 'Équipe', droit: 'equipe.gerer' },
  { href: '/convention', libelle: 'Convention', droit: 'equipe.gerer' },
  { href: '/bilan', libelle: 'Bilan', droit: 'bilan.partenaire' },
  { href: '/formations', libelle: 'Formations', droit: 'formation.suivre' },
  { href: '/caisse/file', libelle: 'File', droit: 'demande.voir', motsCompte: 'ouvertes' },
  { href: '/caisse/rendez-vous', libelle: 'Rendez-vous', droit: 'demande.voir' },
  { href: '/caisse/accueil', libelle: 'Accueil', droit: 'caisse.voir', motsCompte: 'actualités à lire' },
  { href: '/caisse/partenaires', libelle: 'Partenaires', droit: 'partenaire.gerer' },
  { href: '/caisse/conventions', libelle: 'Conventions', droit: 'partenaire.gerer' },
  { href: '/caisse/formations', libelle: 'Formations', droit: 'formation.gerer' },
  { href: '/caisse/habilitations', libelle: 'Habilitations', droit: 'partenaire.gerer' },
  { href: '/caisse/bilans', libelle: 'Bilans', droit: 'bilan.caisse' },
  { href: '/caisse/violations', libelle: 'Violations', droit: 'violation.traiter' },
  { href: '/caisse/journal', libelle: 'Journal', droit: 'personnes.traiter' },
  { href: '/caisse/conservation', libelle: 'Conservation', droit: 'personnes.traiter' },
  { href: '/caisse/personnes', libelle: 'Droits des personnes', droit: 'personnes.traiter' },
  { href: '/annuaire', libelle: 'Annuaire', droit: 'annuaire.voir' },
  { href: '/caisse/parametres', libelle: 'Paramètres', droit: 'caisse.regler' },
  { href: '/administration/caisses', libelle: 'Caisses', droit: 'administrer' },
  { href: '/administration/catalogue', libelle: 'Catalogue', droit: 'administrer' },
  { href: '/administration/cgu', libelle: 'Conditions d’utilisation', droit: 'administrer' },
  { href: '/administration/maintenances', libelle: 'Maintenances', droit: 'maintenance.gerer' },
  { href: '/support/recus', libelle: 'Support', droit: 'administrer' },
  { href: '/administration/comptes', libelle: 'Comptes', droit: 'administrer' },
  { href: '/administration/journal', libelle: 'Journal', droit: 'administrer' },
]

/** What was not opened yet is told on the entry of the first page. */
const nouvellesDe = ({ nouvelles }: Acteur, libelle: string) =>
  libelle === 'Accueil' && nouvelles > 0 ? nouvelles : undefined

/** Entries of the header, by right; `compteurs` by address, where they are known. */
export function entreesDe(acteur: Acteur, compteurs: Record<string, number> = {}): LienCadre[] {
  return entrees
    .filter(({ droit }) => aDroit(acteur, droit))
    .map(({ href, libelle, motsCompte }) => ({
      href,
      libelle,
      motsCompte,
      compte: compteurs[href] ?? nouvellesDe(acteur, libelle),
    }))
}
