import { expect, it } from 'vitest'
import { estModeleCaisse, modelesDemande, objetDuCourriel } from '@/lib/notifications/modeles'
import { rendreCourriel } from '@/lib/notifications/rendre-courriel'

process.env.URL_PUBLIQUE = 'https://portail.example'

const donnees = {
  reference: '26-004817',
  caisse: 'CPAM des Deux-Vallées',
  prenom: 'Maëlle',
  service: 'Étude de dossier',
}

it.each(Object.keys(modelesDemande))('renders « %s » with its reference, its link and nothing more', async (modele) => {
  const rendu = await rendreCourriel({ modele, destinataire: 'x@y.example', compteId: null, donnees })
  const chemin = estModeleCaisse(modele) ? '/caisse/demandes' : '/demandes'
  expect(rendu?.objet).toMatch(/^Demande 26-004817\u00a0: /)
  expect(rendu?.html).toContain(`href="https://portail.example${chemin}/26-004817"`)
  expect(rendu?.html).toContain(`<title>${rendu?.objet}</title>`)
  expect(rendu?.texte).toContain('Bonjour Maëlle,')
  expect(rendu?.html).not.toMatch(/<(img|script|link)\b/)
})

it('names the caisse with its article', async () => {
  const rendu = await rendreCourriel({
    modele: 'complement_demande',
    destinataire: 'x@y.example',
    compteId: null,
    donnees,
  })
  expect(rendu?.texte).toContain('il manque quelque chose à la CPAM des Deux-Vallées.')
})

it('greets a shared mailbox without a name', async () => {
  const rendu = await rendreCourriel({
    modele: 'message_partenaire',
    destinataire: 'partenariat@cpam.example',
    compteId: null,
    donnees: { reference: '26-004817', caisse: 'CPAM des Deux-Vallées' },
  })
  expect(rendu?.texte).toContain('Bonjour,')
})

it('writes the subjects in French', () => {
  expect(objetDuCourriel('complement_demande', donnees)).toBe(
    'Demande 26-004817\u00a0: la caisse demande un complément',
  )
  expect(objetDuCourriel('activation', {})).toBe('Espace Partenaires\u00a0: activez votre compte')
})
