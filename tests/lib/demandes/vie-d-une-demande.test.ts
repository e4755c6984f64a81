import { describe, expect, it } from 'vitest'
import { annulerDemande, cloreDemande } from '@/lib/demandes/clore-demande'
import { envoyerComplement, recevoirComplement } from '@/lib/demandes/completer-demande'
import { consulterDemande } from '@/lib/demandes/consulter-demande'
import { demandeDeCaisse } from '@/lib/demandes/demande-caisse'
import { demandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { demanderComplement } from '@/lib/demandes/demander-complement'
import { ajouterNote, envoyerMessage } from '@/lib/demandes/envoyer-message'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { attribuerDemande } from '@/lib/equipes/attribuer-demande'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
const atelier = await atelierDeTest(base)
const monde = await fabriquePartenariat(atelier)
const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: monde.caisse.id, roles: ['agent'] })
const technicien = await acteurDe(monde.technicien.id)
const agent = await acteurDe(monde.agent.id)
const agent2 = await acteurDe(collegue.id)

const jourMs = 86_400_000
const deposer = (valeurs = {}) => fabriqueDemande(atelier, monde.cadre, { agent: monde.agent, ...valeurs })
const relire = (id: string) => atelier.tx.demande.findUniqueOrThrow({ where: { id } })
const types = async (demandeId: string) =>
  (await atelier.tx.evenement.findMany({ where: { demandeId }, orderBy: [{ le: 'asc' }, { id: 'asc' }] })).map(
    ({ type }) => type,
  )
const courriels = async (demandeId: string) =>
  (await atelier.tx.courriel.findMany({ where: { demandeId }, orderBy: { creeLe: 'asc' } })).map(({ modele }) => modele)

describe('a demande from filing to closing', () => {
  it('is taken, completed, answered and closed; each act leaves its record and its mail', async () => {
    const { id } = await deposer({ motif: 'c2s' })
    await agir(agent, (c) => prendreEnCharge(c, { id }))
    await agir(agent, async (c) =>
      demanderComplement(c, { id, version: (await relire(id)).version, texte: 'Il manque l’avis d’imposition.' }),
    )
    const suspendue = await relire(id)
    expect(suspendue).toMatchObject({ etat: 'attente_complement', echeanceLe: null })

    const troisJoursApres = new Date(Date.now() + 3 * jourMs)
    await agir(technicien, (c) => envoyerComplement(c, { id, version: 0, texte: 'Le voici.' }), troisJoursApres)
    const complete = await relire(id)
    expect(complete).toMatchObject({ etat: 'complement_recu', joursSuspendus: 3, nonLusCaisse: 1, nonLusPartenaire: 0 })
    expect(complete.completeeLe).toEqual(troisJoursApres)

    const lendemain = new Date(troisJoursApres.getTime() + jourMs)
    await agir(agent, (c) => prendreEnCharge(c, { id }), lendemain)
    const { version } = await relire(id)
    await agir(
      agent,
      (c) => cloreDemande(c, { id, version, issue: 'accord', texte: 'Les droits sont ouverts.' }),
      new Date(lendemain.getTime() + 60_000),
    )
    expect(await relire(id)).toMatchObject({ etat: 'traitee', ouverte: false, issue: 'accord', nonLusPartenaire: 1 })
    expect(await types(id)).toEqual([
      'deposee',
      'prise_en_charge',
      'complement_demande',
      'complement_envoye',
      'prise_en_charge',
      'traitee',
    ])
    expect((await courriels(id)).slice(1)).toEqual([
      'demande_prise_en_charge',
      'complement_demande',
      'complement_recu',
      'demande_traitee',
    ])
  })

  it('names the pieces that are missing at the head of the message, once, and keeps their codes for the bilan', async () => {
    const { id, motifId } = await deposer({ motif: 'c2s', etat: 'prise_en_charge' })
    const [une, autre] = await atelier.tx.pieceAttendue.findMany({ where: { motifId }, orderBy: { ordre: 'asc' } })
    if (!une || !autre) throw new Error('Ce motif n’attend pas deux pièces.')
    const demander = async (pieces: string[], texte: string) =>
      agir(agent, async (c) => demanderComplement(c, { id, version: (await relire(id)).version, pieces, texte }))
    await expect(demander([une.code, 'inconnue'], 'Il en manque.')).rejects.toMatchObject({
      erreurs: { pieces: expect.stringContaining('La liste des pièces a changé') },
    })
    await demander([autre.code, une.code], `${autre.libelle}\u00A0: celui de 2025.`)
    const message = await atelier.tx.message.findFirst({ where: { demandeId: id }, orderBy: { envoyeLe: 'desc' } })
    expect(message?.texte).toBe(
      `Pièces qui manquent\u00A0:\n– ${une.libelle}\n\n${autre.libelle}\u00A0: celui de 2025.`,
    )
    expect(await relire(id)).toMatchObject({ nbComplements: 1, piecesManquantes: [une.code, autre.code].sort() })
  })

  it('is opened again by an answer of the partenaire within 30 days, and by nothing after', async () => {
    const { id } = await deposer({ etat: 'traitee' })
    await agir(technicien, (c) =>
      envoyerMessage(c, { id, version: 0, texte: 'Une pièce a changé.', nature: 'reponse' }),
    )
    expect(await relire(id)).toMatchObject({ etat: 'prise_en_charge', ouverte: true, issue: null, closeLe: null })
    expect((await types(id)).at(-1)).toBe('rouverte')

    const ancienne = await deposer({ etat: 'traitee' })
    const tard = new Date(Date.now() + 40 * jourMs)
    await expect(
      agir(
        technicien,
        (c) => envoyerMessage(c, { id: ancienne.id, version: 0, texte: 'Encore une question.', nature: 'reponse' }),
        tard,
      ),
    ).rejects.toThrow(/close depuis plus de 30 jours/)
    expect((await relire(ancienne.id)).etat).toBe('traitee')
  })

  it('is cancelled by the partenaire while nobody has taken it, and not after', async () => {
    const { id } = await deposer()
    await agir(technicien, (c) => annulerDemande(c, { id, raison: '' }))
    expect(await relire(id)).toMatchObject({ etat: 'annulee', ouverte: false })
    const prise = await deposer({ etat: 'prise_en_charge' })
    await expect(agir(technicien, (c) => annulerDemande(c, { id: prise.id, raison: '' }))).rejects.toThrow(
      /« Prise en charge »/,
    )
  })

  it('passes to a colleague of the same caisse, never to someone else', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge' })
    await agir(agent, (c) => attribuerDemande(c, { id, a: `agent:${collegue.id}` }))
    expect((await relire(id)).agentId).toBe(collegue.id)
    for (const inconnu of [monde.technicien.id, monde.referent.id])
      await expect(agir(agent, (c) => attribuerDemande(c, { id, a: `agent:${inconnu}` }))).rejects.toMatchObject({
        code: 'saisie',
      })
  })

  it('starts its clock again at zero when the agent has what was missing by another way', async () => {
    const { id } = await deposer({ motif: 'puma', etat: 'attente_complement' })
    const maintenant = new Date(Date.now() + 5 * jourMs)
    await agir(agent, (c) => recevoirComplement(c, { id }), maintenant)
    expect(await relire(id)).toMatchObject({ etat: 'prise_en_charge', completeeLe: maintenant, suspendueLe: null })
  })
})

describe('two people at once', () => {
  it('lets one of twenty agents take a demande, and tells the others who did', async () => {
    const { id } = await deposer()
    const essais = await Promise.allSettled(
      Array.from({ length: 20 }, (_, rang) => agir(rang % 2 ? agent : agent2, (c) => prendreEnCharge(c, { id }))),
    )
    const refus = essais.filter((essai) => essai.status === 'rejected')
    const prise = await relire(id)
    // The winner's own repeats are the same act; only the colleague's are refused.
    expect(refus).toHaveLength(10)
    expect((await types(id)).filter((type) => type === 'prise_en_charge')).toHaveLength(1)
    const gagnant = prise.agentId === agent.compteId ? agent : agent2
    for (const essai of refus) expect(String(essai.reason)).toContain(`par ${gagnant.prenom} ${gagnant.nom}`)
  })

  it('refuses an answer written before the last message of the partenaire was seen, and overwrites nothing', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge', motif: 'puma' })
    const { version } = await relire(id)
    await agir(technicien, (c) =>
      envoyerMessage(c, { id, version, texte: 'Attendez, l’adresse a changé.', nature: 'reponse' }),
    )
    await expect(
      agir(agent, (c) => cloreDemande(c, { id, version, issue: 'accord', texte: 'C’est accordé.' })),
    ).rejects.toMatchObject({ code: 'etat_change' })
    expect((await relire(id)).etat).toBe('prise_en_charge')
    expect(await atelier.tx.message.count({ where: { demandeId: id, texte: 'C’est accordé.' } })).toBe(0)
  })

  it('lets one of ten closings through, with one answer', async () => {
    const { id } = await deposer({ etat: 'prise_en_charge', motif: 'puma' })
    const { version } = await relire(id)
    const essais = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        agir(agent, (c) => cloreDemande(c, { id, version, issue: 'refus', texte: 'Réponse unique.' })),
      ),
    )
    expect(essais.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await atelier.tx.message.count({ where: { demandeId: id, texte: 'Réponse unique.' } })).toBe(1)
  })
})

describe('what each side sees', () => {
  it('keeps an internal note from the partenaire, in its page and in its mails', async () => {
    const { id, reference } = await deposer({ etat: 'prise_en_charge' })
    const { version, nonLusPartenaire } = await relire(id)
    await agir(agent, (c) =>
      ajouterNote(c, { id, version, texte: 'À vérifier avec le service des droits.', nature: 'note' }),
    )
    expect(JSON.stringify(await demandeDePartenaire(technicien, reference))).not.toContain('service des droits')
    expect(JSON.stringify(await demandeDeCaisse(agent, reference))).toContain('service des droits')
    expect((await relire(id)).nonLusPartenaire).toBe(nonLusPartenaire)
  })

  it('keeps a message unread until the person who follows the demande has opened it', async () => {
    const { id, reference } = await deposer({ etat: 'prise_en_charge' })
    await agir(technicien, (c) => envoyerMessage(c, { id, version: 0, texte: 'Bonjour.', nature: 'reponse' }))
    const lire = async (acteur: typeof agent) => {
      const demande = await demandeDeCaisse(acteur, reference)
      if (demande) await consulterDemande(acteur, demande, '192.0.2.1')
      return (await relire(id)).nonLusCaisse
    }
    expect(await lire(agent2)).toBeGreaterThan(0)
    expect(await lire(agent)).toBe(0)
    expect(await atelier.tx.journal.count({ where: { action: 'demande.consultee', objetId: id } })).toBe(2)
  })

  it('takes it out of reach of a partenaire whose access is closed, and leaves it to the caisse', async () => {
    const ici = await fabriquePartenariat(atelier)
    const { id } = await fabriqueDemande(atelier, ici.cadre, { agent: ici.agent, etat: 'prise_en_charge' })
    const { version } = await relire(id)
    await atelier.tx.conventionCaisse.updateMany({
      where: { caisseId: ici.caisse.id },
      data: { etat: 'echue', finLe: new Date(Date.now() - 2 * jourMs) },
    })
    const ecrire = (compteId: string) =>
      acteurDe(compteId).then((acteur) =>
        agir(acteur, (c) => envoyerMessage(c, { id, version, texte: 'Bonjour', nature: 'reponse' })),
      )
    await expect(ecrire(ici.technicien.id)).rejects.toMatchObject({ code: 'introuvable' })
    await ecrire(ici.agent.id)
  })

  it('gives a demande of another caisse or partenaire to nobody', async () => {
    const autre = await fabriquePartenariat(atelier)
    const { id, reference } = await fabriqueDemande(atelier, autre.cadre)
    expect(await demandeDeCaisse(agent, reference)).toBeNull()
    expect(await demandeDePartenaire(technicien, reference)).toBeNull()
    await expect(agir(agent, (c) => prendreEnCharge(c, { id }))).rejects.toMatchObject({ code: 'introuvable' })
    await expect(agir(technicien, (c) => annulerDemande(c, { id, raison: '' }))).rejects.toMatchObject({
      code: 'introuvable',
    })
  })
})
