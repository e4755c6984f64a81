/** Why a mail did not arrive, from what the mail server answered or returned, in plain words. */
export function raisonDEchec(erreur: string): string {
  if (/5\.2\.2|\b552\b|quota|full|pleine/i.test(erreur)) return 'La boîte de la personne est pleine.'
  if (/5\.7\.|spam|blocked|policy|denied/i.test(erreur))
    return 'La messagerie de l’organisme refuse les courriels du portail.'
  if (/5\.4\.4|5\.1\.2|ENOTFOUND|EDNS|host not found|domain not found/i.test(erreur))
    return 'Le domaine de cette adresse n’existe pas.'
  if (/\b55[013]\b|5\.1\.|user unknown|no such|does not exist/i.test(erreur))
    return 'Cette adresse n’existe pas, ou refuse le courriel.'
  return 'La messagerie n’a pas répondu malgré plusieurs essais.'
}
