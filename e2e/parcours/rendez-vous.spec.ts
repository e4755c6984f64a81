import ICAL from 'ical.js'
import { attendreCourriel, expect, test, verifierAxe, verifierLargeur } from '../fixtures'
import { titre } from '../gestes'
import { creerDemande, creerMonde } from '../monde'

/** The event of the last mail of that subject, read by another library than the one that wrote it. */
async function invitation(destinataire: string, sujet: RegExp, methode: 'REQUEST' | 'CANCEL') {
  const { calendriers, html, texte } = await attendreCourriel(destinataire, sujet)
  const joint = calendriers.find((calendrier) => calendrier.methode === methode)
  const calendrier = new ICAL.Component(ICAL.parse(joint?.contenu ?? ''))
  const evenement = calendrier.getFirstSubcomponent('vevent')
  if (!evenement) throw new Error('invitation sans événement')
  expect(calendrier.getFirstPropertyValue('method')).toBe(methode)
  return { evenement: new ICAL.Event(evenement), tout: `${html} ${texte} ${joint?.contenu}` }
}

test('un rendez-vous est proposé, choisi, déplacé et annulé, et les agendas suivent', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const { technicien, agent } = monde
  const demande = await creerDemande(monde, { etat: 'prise_en_charge', agent, motif: 'rdv_c2s' })
  const page = await navigateurDe(agent.identifiant)

  // A week of slots: the form is ready, but for the place.
  await page.goto('/caisse/rendez-vous')
  await page.getByRole('link', { name: 'Ouvrir des créneaux' }).click()
  await page.getByLabel('Lieu ou consigne').fill('Agence du centre')
  await verifierAxe(page)
  await verifierLargeur(page)
  await page.getByRole('button', { name: 'Voir les créneaux' }).click()
  await page.getByRole('button', { name: /^Créer \d+\scréneaux$/ }).click()
  await expect(page.getByRole('status').filter({ hasText: /créneaux créés/ })).toBeVisible()
  await verifierAxe(page)

  await page.goto(`/caisse/demandes/${demande.reference}?agir=proposer#agir`)
  // Those that do not match the wishes of the person are folded.
  await page.locator('details').evaluateAll((tous) => {
    for (const un of tous) if (un.querySelector('input[name="creneaux[]"]')) (un as HTMLDetailsElement).open = true
  })
  const cases = page.getByRole('group', { name: 'Créneaux à proposer' }).getByRole('checkbox')
  for (const rang of [0, 1, 2]) await cases.nth(rang).check()
  await verifierAxe(page)
  await page.getByRole('button', { name: 'Proposer ces créneaux' }).click()
  await expect(page.getByText(/3\scréneaux proposés/)).toBeVisible()

  const partenaire = await navigateurDe(technicien.identifiant)
  await partenaire.goto('/demandes')
  await partenaire
    .getByRole('link', { name: /^Choisir un rendez-vous/ })
    .first()
    .click()
  const choix = partenaire.getByRole('radiogroup').getByRole('radio')
  await choix.first().check()
  await verifierAxe(partenaire)
  await partenaire.getByRole('button', { name: 'Choisir ce créneau' }).click()
  await expect(partenaire.getByRole('link', { name: 'Ajouter à mon agenda' })).toBeVisible()
  const fixe = await invitation(technicien.courriel, /rendez-vous est fixé/, 'REQUEST')

  await choix.first().check()
  await partenaire.getByRole('button', { name: 'Déplacer le rendez-vous' }).click()
  const deplace = await invitation(technicien.courriel, /rendez-vous est déplacé/, 'REQUEST')
  expect(deplace.evenement.startDate.compare(fixe.evenement.startDate)).not.toBe(0)

  await page.goto(`/caisse/demandes/${demande.reference}`)
  await page.getByRole('link', { name: 'Annuler le rendez-vous' }).click()
  await page.getByLabel('Pourquoi').fill('L’agence est fermée ce jour-là.')
  await page.getByRole('button', { name: 'Annuler le rendez-vous' }).click()
  await expect(page.getByText('Annulé par la caisse')).toBeVisible()
  const annule = await invitation(technicien.courriel, /rendez-vous est annulé/, 'CANCEL')
  await invitation(agent.courriel, /rendez-vous est annulé/, 'CANCEL')

  const suite = [fixe, deplace, annule]
  expect(new Set(suite.map(({ evenement }) => evenement.uid)).size).toBe(1)
  expect(suite.map(({ evenement }) => evenement.sequence)).toEqual([1, 2, 3])
  for (const { tout } of suite) expect(tout).not.toContain(demande.nomNaissance)
  await partenaire.goto(`/demandes/${demande.reference}`)
  await expect(partenaire.getByText('La caisse l’a annulé')).toBeVisible()
  await titre(partenaire, new RegExp(demande.prenom ?? ''))
})
