type Compte = { roles: string[]; etat: string }
type Contact = { type: string; telephone: string | null; courriel: string | null }

export type CaisseAOuvrir = { comptes: Compte[]; contacts: Contact[] }

/** What stands between a caisse and its first partenaire, in the order to do it. Empty: it may open. */
export function ceQuiManque({ comptes, contacts }: CaisseAOuvrir): string[] {
  const actif = (role: string) => comptes.some(({ roles, etat }) => etat === 'actif' && roles.includes(role))
  const joignable = (type: string) =>
    contacts.some((contact) => contact.type === type && (contact.telephone || contact.courriel))
  const referents = comptes.filter(({ roles, etat }) => etat !== 'inactif' && roles.includes('referent'))
  const manques: [boolean, string][] = [
    [referents.length === 0, 'Aucun référent'],
    [referents.length > 0 && !actif('referent'), 'Son référent n’a pas encore activé son compte'],
    [!actif('agent'), 'Aucun agent actif pour traiter les demandes'],
    [!joignable('support'), 'Aucun contact en cas de dysfonctionnement'],
    [!joignable('partenariat'), 'Aucune adresse de la mission partenariat'],
    [!joignable('dpo'), 'Aucun contact du délégué à la protection des données'],
  ]
  return manques.filter(([manque]) => manque).map(([, mots]) => mots)
}
