import { enParties } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fichierPdf } from '../fichiers'
import { attendreCourriel, expect, sql, test, verifierAxe, verifierLargeur } from '../fixtures'
import { remplirDate, titre } from '../gestes'
import { creerBrouillon, creerMonde } from '../monde'

test('un flash-info programmé, publié à son heure, lu ; un document trouvé et ouvert', async ({ navigateurDe }) => {
  const monde = await creerMonde()
  const { referent, technicien } = monde
  const caisse = await navigateurDe(referent.identifiant)
  const partenaire = await navigateurDe(technicien.identifiant)

  // Written with the buttons, read again, given its hour.
  await caisse.goto('/actualites/gerer')
  await verifierAxe(caisse)
  await caisse.getByRole('link', { name: 'Écrire une actualité' }).click()
  await caisse.getByLabel('Titre', { exact: true }).fill('Accueils fermés vendredi')
  const texte = caisse.getByLabel('Texte', { exact: true })
  await texte.fill('Les accueils ferment à 13 h.')
  await texte.press('ControlOrMeta+a')
  await caisse.getByRole('button', { name: 'Gras', exact: true }).click()
  await expect(texte).toHaveValue('**Les accueils ferment à 13 h.**')
  await texte.press('End')
  await texte.pressSequentially(
    '\n\n# Et après\n\n[rouvrir](https://caisse.example/horaires) <script>alert(1)</script>',
  )
  await caisse.getByLabel('L’épingler en haut de l’accueil').check()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await caisse.getByRole('button', { name: 'Enregistrer et relire' }).click()
  await titre(caisse, 'Accueils fermés vendredi')
  await caisse.getByRole('link', { name: 'Relire et publier' }).click()
  await expect(caisse.getByText('(site caisse.example)')).toBeVisible()
  await expect(caisse.getByRole('heading', { name: 'Et après', level: 2 })).toBeVisible()
  await caisse.getByLabel('Plus tard').check()
  await remplirDate(
    caisse.getByRole('group', { name: 'Jour de la publication' }),
    enParties(ajouterJours(dateAParis(new Date()), 1)),
  )
  await caisse.getByLabel('Heure de la publication', { exact: true }).fill('9 h 30')
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await caisse.getByRole('button', { name: 'Publier l’actualité' }).click()
  await expect(caisse.getByText('Programmée', { exact: true })).toBeVisible()
  const chemin = new URL(caisse.url()).pathname
  expect((await partenaire.goto(chemin))?.status()).toBe(404)

  // Its hour comes: the worker publishes it and writes.
  const id = chemin.split('/').at(-1) ?? ''
  await sql(`UPDATE actualite SET "publierLe" = now() - interval '1 second' WHERE id = $1`, [id])
  await sql(
    `UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE name = 'actualite.publier' AND data->>'actualiteId' = $1`,
    [id],
  )
  const { html } = await attendreCourriel(technicien.courriel, /une actualité à lire/)
  expect(html).toContain('Accueils fermés vendredi')

  // Pinned on the first page, new in the list, and no more once opened.
  await partenaire.goto('/demandes')
  await verifierAxe(partenaire)
  await verifierLargeur(partenaire)
  const annonces = partenaire.getByRole('region', { name: 'Actualités' })
  await expect(annonces.getByRole('link', { name: /nouvelles? actualités?/ })).toBeVisible()
  await annonces.getByRole('link', { name: /nouvelles? actualités?/ }).click()
  const ligne = partenaire.getByRole('listitem').filter({ hasText: 'Accueils fermés vendredi' })
  await expect(ligne.getByText('Nouvelle', { exact: true })).toBeVisible()
  await verifierAxe(partenaire)
  await verifierLargeur(partenaire)
  await ligne.getByRole('link').click()
  await titre(partenaire, 'Accueils fermés vendredi')
  await verifierAxe(partenaire)
  await partenaire.goto('/actualites')
  await expect(ligne).toBeVisible()
  await expect(ligne.getByText('Nouvelle', { exact: true })).toBeHidden()
  await partenaire.getByRole('button', { name: 'Tout marquer comme lu' }).click()
  await expect(partenaire.getByRole('status').filter({ hasText: 'marquées comme lues' })).toBeVisible()
  await partenaire.goto('/demandes')
  await expect(annonces.getByRole('link', { name: 'Accueils fermés vendredi' })).toBeVisible()
  await expect(annonces.getByRole('link', { name: /nouvelles? actualités?/ })).toBeHidden()

  // A document, described, filled with a file, published.
  await caisse.goto('/bibliotheque/nouveau')
  await caisse.getByLabel('Titre', { exact: true }).fill('Guide des pièces à joindre')
  await caisse.getByLabel('À quoi il sert').fill('Pour un dossier complet du premier coup.')
  await caisse.getByLabel('Thème', { exact: true }).fill('Déposer une demande')
  await caisse.getByLabel('Étude de dossier', { exact: true }).check()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)
  await caisse.getByRole('button', { name: 'Enregistrer et ajouter le fichier' }).click()
  await caisse.getByRole('link', { name: 'Ajouter un fichier ou un lien' }).click()
  await caisse.getByLabel('Fichier', { exact: true }).setInputFiles(await fichierPdf('guide.pdf'))
  await verifierAxe(caisse)
  await caisse.getByRole('button', { name: 'Ajouter le document' }).click()
  await titre(caisse, 'Guide des pièces à joindre')
  await expect(async () => {
    await caisse.reload()
    await caisse.getByRole('button', { name: 'Publier le document' }).click({ timeout: 500 })
  }).toPass()
  await expect(caisse.getByText('En ligne', { exact: true })).toBeVisible()
  await verifierAxe(caisse)
  await verifierLargeur(caisse)

  // Found in spite of a slip, opened, and offered where it helps.
  await partenaire.goto('/bibliotheque')
  await verifierLargeur(partenaire)
  await partenaire.getByLabel('Titre, thème ou mot').fill('piéces a joindr')
  await partenaire.getByRole('button', { name: 'Chercher' }).click()
  const lien = partenaire.getByRole('link', { name: 'Guide des pièces à joindre' })
  await expect(lien).toBeVisible()
  expect(partenaire.url()).not.toContain('joindr')
  await verifierAxe(partenaire)
  const reponse = await partenaire.request.get((await lien.getAttribute('href')) ?? '')
  expect(reponse.headers()['content-type']).toBe('application/pdf')
  const brouillon = await creerBrouillon(monde, { motif: 'c2s', variante: 'premiere' })
  await partenaire.goto(brouillon.adresse('pieces'))
  await expect(partenaire.getByRole('navigation', { name: 'Documents utiles' }).getByRole('link')).toHaveCount(2)
  await verifierAxe(partenaire)
})
