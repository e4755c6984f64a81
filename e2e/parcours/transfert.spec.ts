import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { continuer, remplirPersonne, titre, transmettre } from '../gestes'
import { creerAutreCaisse, creerDemande, creerMonde } from '../monde'

const delais = [{ prestation: 'c2s', delaiJours: 30, seuilAlerteJours: 5 }]

test('une demande déposée malgré une autre va à la bonne caisse, avec sa date ; une urgence est retirée', async ({
  navigateurDe,
}) => {
  const monde = await creerMonde({ caisse: { delais } })
  const { technicien, caisse, agent } = monde
  const autre = await creerAutreCaisse(monde)
  const deja = await creerDemande(monde, { motif: 'attestation_droits', etat: 'prise_en_charge', agent })
  const [annee = '', mois = '', jour = ''] = deja.dateNaissance?.toISOString().slice(0, 10).split('-') ?? []
  const chezLui = await navigateurDe(technicien.identifiant)

  // Already in progress: said as soon as the person is given.
  await chezLui.goto('/demandes/nouvelle/document')
  await titre(chezLui, /organisme/)
  await chezLui.getByRole('radio', { name: caisse.nom }).check()
  await continuer(chezLui)
  await chezLui.getByRole('radio', { name: 'Attestation de droits', exact: true }).check()
  await continuer(chezLui)
  await remplirPersonne(chezLui, {
    civilite: deja.civilite === 'monsieur' ? 'Monsieur' : 'Madame',
    nom: deja.nomNaissance?.toUpperCase() ?? '',
    prenom: deja.prenom ?? '',
    jour,
    mois,
    annee,
  })
  await continuer(chezLui)
  await titre(chezLui, 'Une demande est déjà en cours pour cette personne')
  await expect(chezLui.getByRole('main')).toContainText(deja.reference)
  await verifierAxe(chezLui)
  await verifierLargeur(chezLui)
  await chezLui.getByRole('button', { name: 'Continuer quand même' }).click()
  await chezLui.getByLabel('Le document et sa période').fill('L’attestation de cette année.')
  await chezLui.getByRole('radio', { name: 'Oui, la caisse connaît son adresse' }).check()
  await continuer(chezLui)
  await continuer(chezLui)
  const reference = await transmettre(chezLui)
  const lire = async () =>
    (await sql<{ deposeeLe: Date }>('SELECT "deposeeLe", "caisseId" FROM demande WHERE reference = $1', [reference]))[0]
  const deposee = await lire()

  // The wrong caisse sends it on.
  const ici = await navigateurDe(agent.identifiant)
  await ici.goto(`/caisse/demandes/${reference}`)
  await expect(ici.getByRole('main')).toContainText('malgré une demande déjà en cours')
  await ici.goto(`/caisse/demandes/${reference}?agir=transferer#agir`)
  await ici.getByLabel('Pourquoi').fill('La personne a déménagé.')
  await verifierAxe(ici)
  await verifierLargeur(ici)
  await ici.getByRole('button', { name: 'Transférer la demande' }).click()
  await titre(ici, /n’est plus dans votre caisse/)
  await expect(ici.getByRole('main')).not.toContainText(deja.nomNaissance ?? '')
  await verifierAxe(ici)
  await ici.getByRole('link', { name: 'Toutes les demandes transférées' }).click()
  await expect(ici.getByRole('row').filter({ hasText: reference })).toContainText(autre.caisse.nom)
  await verifierAxe(ici)

  const la = await navigateurDe(autre.agent.identifiant)
  await la.goto('/caisse/file?vue=a_prendre')
  const rang = la.getByRole('row').filter({ hasText: reference })
  await rang.getByRole('link', { name: 'Attestation de droits' }).click()
  await expect(la.getByText(`Transférée par la ${caisse.nom}`)).toBeVisible()
  await verifierAxe(la)
  await la.getByLabel('Votre réponse').fill('L’attestation part ce soir.')
  await la.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(la.getByRole('region', { name: 'Échanges' })).toContainText('L’attestation part ce soir.')

  const avis = await attendreCourriel(technicien.courriel, new RegExp(`${reference}.*transférée à une autre caisse`))
  expect(avis.texte).not.toContain('déménagé')
  await chezLui.goto(`/demandes/${reference}`)
  await expect(chezLui.getByText('L’attestation part ce soir.')).toBeVisible()
  await expect(chezLui.getByText(/Transférée de la .* à la .*La personne a déménagé/)).toBeVisible()
  await verifierAxe(chezLui)
  expect(await lire()).toEqual({ ...deposee, caisseId: autre.caisse.id })

  // An urgency without its reason: the delay that was set aside comes back, and the partenaire reads why.
  const avecDelais = { ...monde, cadre: { ...monde.cadre, delais } }
  const urgente = await creerDemande(avecDelais, { motif: 'c2s', urgent: true, etat: 'prise_en_charge', agent })
  await ici.goto(`/caisse/demandes/${urgente.reference}?agir=urgence#agir`)
  await expect(ici.getByText(/30\sjours depuis le dossier complet, au lieu du/)).toBeVisible()
  await ici.getByLabel(/Pourquoi la demande n’est-elle pas urgente/).fill('Le justificatif est de l’an dernier.')
  await verifierAxe(ici)
  await ici.getByRole('button', { name: 'Retirer l’urgence' }).click()
  await expect(ici.getByText(/Urgence retirée/)).toBeVisible()
  await attendreCourriel(technicien.courriel, new RegExp(`${urgente.reference}.*n’est plus traitée en urgence`))
  await chezLui.goto(`/demandes/${urgente.reference}`)
  await expect(
    chezLui.getByText(/Urgence retirée, réponse avant le .*Le justificatif est de l’an dernier/),
  ).toBeVisible()
})
